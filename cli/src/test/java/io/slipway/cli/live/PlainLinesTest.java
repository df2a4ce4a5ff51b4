package io.slipway.cli.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines for logs: each transition once, with the time at which it happened. */
class PlainLinesTest {
    private static final List<String> EXPECTED = List.of(
            "09:00:00 ▶ rollout hello-1 on sandbox, SIMULATION (sandbox)",
            "09:00:01 ▶ deploy/web deploy",
            "09:00:03 ✔ deploy/web succeeded in 2.0 s: 1 created",
            "09:00:03 ▶ verify/web-ready waitReady",
            "09:00:09 ✘ verify/web-ready failed in 6.0 s: 1 of 2 pods are not ready",
            "09:00:09   verify/web-ready cause: ImagePullBackOff",
            "09:00:09   verify/web-ready fix: Correct the image.",
            "09:00:09 ‖ verify/web-ready paused: failed");

    private static List<String> lines(int step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<JournalEvent> events = Moments.paused();
        try (PlainLines lines = new PlainLines(new PrintStream(bytes, true, UTF_8), ZoneOffset.UTC)) {
            for (int seen = step; seen < events.size() + step; seen += step) {
                List<JournalEvent> until = events.subList(0, Math.min(seen, events.size()));
                lines.show(Moments.snapshot(until, Map.of()));
            }
        }
        return bytes.toString(UTF_8).lines().toList();
    }

    @Test
    void aLookAfterEachEventOrOnlyAtTheEndSaysTheSame() {
        assertThat(lines(1)).startsWith(EXPECTED.toArray(String[]::new)).hasSize(9);
        assertThat(lines(100)).startsWith(EXPECTED.toArray(String[]::new)).hasSize(9);
    }

    @Test
    void aRolloutThatWasDecidedOnDoesNotPauseAnew() {
        List<JournalEvent> events = Moments.paused();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlainLines lines = new PlainLines(new PrintStream(bytes, true, UTF_8), ZoneOffset.UTC)) {
            lines.show(Moments.snapshot(events, Map.of()));
            events.add(new JournalEvent.Decided(
                    new Decision(Decision.Kind.AMEND, "", "ada", "", Moments.START.plusSeconds(3600))));
            lines.show(Moments.snapshot(events, Map.of()));
        }
        assertThat(bytes.toString(UTF_8)).containsOnlyOnce("rollout paused");
    }

    @Test
    void anApprovalThatIsSkippedIsSkippedAndSaidOnce() {
        List<JournalEvent> events = Moments.begun();
        events.add(new JournalEvent.StepStarted("ask", "deploy", "approve", 1, "", Moments.START));
        events.add(new JournalEvent.StepFinished(
                "ask",
                1,
                StepResult.skipped("skipped by ada, approved by nobody", Map.of()),
                Moments.START.plusSeconds(5)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlainLines lines = new PlainLines(new PrintStream(bytes, true, UTF_8), ZoneOffset.UTC)) {
            lines.show(Moments.snapshot(events, Map.of()));
        }
        assertThat(bytes.toString(UTF_8))
                .contains("09:00:05 – deploy/ask skipped in 5.0 s: skipped by ada, approved by nobody")
                .containsOnlyOnce("skipped in")
                .doesNotContain("✔ deploy/ask", "skipped\n");
    }

    @Test
    void aStepThatWasKeptAndIsThenUndoneIsSaidToBe() {
        List<JournalEvent> events = Moments.begun();
        events.add(new JournalEvent.StepKept("web", "its object still exists", Moments.START));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlainLines lines = new PlainLines(new PrintStream(bytes, true, UTF_8), ZoneOffset.UTC)) {
            lines.show(Moments.snapshot(events, Map.of()));
            events.add(new JournalEvent.StepMoved(
                    "web",
                    "deploy",
                    "deploy",
                    StepStatus.UNDONE,
                    "1 deleted",
                    Map.of(),
                    Moments.START.plusSeconds(90)));
            lines.show(Moments.snapshot(events, Map.of()));
        }
        assertThat(bytes.toString(UTF_8))
                .contains("09:00:00 ✔ deploy/web kept from an earlier run", "09:01:30 ↶ deploy/web undone: 1 deleted");
    }
}
