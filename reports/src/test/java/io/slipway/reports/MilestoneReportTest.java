package io.slipway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.reports.milestone.MilestoneReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A milestone ticks what was reached, and says what is open. */
class MilestoneReportTest {
    @Test
    void ticksWhatWasReached() throws IOException {
        String text = MilestoneReport.render(Samples.report(Samples.succeeded()));
        assertThat(text).contains("**Status**: succeeded", "## Validation", "- ✔ ");
        Golden.assertSame("milestone/succeeded.md", text);
    }

    @Test
    void leavesOpenWhatFailed() throws IOException {
        String text = MilestoneReport.render(Samples.report(Samples.failed()));
        assertThat(text).contains("**Status**: failed", "- [ ] ");
        Golden.assertSame("milestone/failed.md", text);
    }
}
