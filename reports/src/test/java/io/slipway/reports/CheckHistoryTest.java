package io.slipway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.CheckResult;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.history.CheckHistory;
import io.slipway.reports.history.Trend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What re-validations tell of a rollout that left checks which did not hold. */
class CheckHistoryTest {
    private static Report looked(String id, boolean greets, boolean counts) {
        Story story = new Story(id, "shop", true)
                .starts("verify", "look", "validate", 1, 0)
                .succeeds("look", 1, 1, "", Story.checks(check("greets", greets), check("counts", counts)), Map.of())
                .moves("verify", "look", "validate", StepStatus.SKIPPED, "skipped by ada", 2)
                .ends(RolloutStatus.SUCCEEDED, "", Map.of(), 3);
        return Report.of(story.journal(), Optional.empty(), story::blob);
    }

    private static CheckResult check(String name, boolean passed) {
        return new CheckResult(name, "object", passed, false, "yes", passed ? "yes" : "no", 1, 1, "", "", List.of());
    }

    @Test
    void whatFailedAtTheRolloutAlreadyIsNoNewFailureOfTheFirstLook() {
        CheckHistory looks = CheckHistory.of(List.of(looked("shop-revalidate-1", false, false)), report -> true);
        assertThat(looks.of(Trend.NEW_FAILURE)).hasSize(2);

        CheckHistory told = looks.after(looked("shop-1", false, true));

        assertThat(told.of(Trend.STILL_FAILING))
                .extracting(CheckHistory.Line::name)
                .containsExactly("look: greets");
        assertThat(told.of(Trend.NEW_FAILURE))
                .extracting(CheckHistory.Line::name)
                .containsExactly("look: counts");
    }
}
