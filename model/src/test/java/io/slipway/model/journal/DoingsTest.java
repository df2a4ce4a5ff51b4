package io.slipway.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoingsTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    private final List<JournalEvent> events = new ArrayList<>();

    @Test
    void whatTheFirstOfManyTriesDidIsKnown() {
        IntStream.rangeClosed(1, 9).forEach(attempt -> tried("a", attempt));
        tried("b", 1);

        assertThat(Doings.of(events, "a"))
                .hasValueSatisfying(doings ->
                        assertThat(doings.details()).hasSize(9).startsWith("a1").endsWith("a9"));
        assertThat(Journal.of("r", events).step("a").orElseThrow().tries()).hasSize(6);
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        tried("a", 1);
        events.add(new JournalEvent.StepMoved("a", "s", "exec", StepStatus.UNDONE, "", Map.of(), AT));
        assertThat(Doings.of(events, "a")).contains(new Doings(List.of(), List.of()));

        tried("a", 2);
        assertThat(Doings.of(events, "a")).contains(new Doings(List.of("a2"), List.of()));
    }

    @Test
    void aTryIsLostUntilItsWorkerSaysHowItEnded() {
        started("a", 1);
        StepResult result = StepResult.failed(Failure.of("no end", "", ""));
        events.add(JournalEvent.StepFinished.unheard("a", 1, result, AT));
        tried("a", 2);
        started("a", 3);
        assertThat(Doings.of(events, "a")).contains(new Doings(List.of("a2"), List.of(1, 3)));

        events.add(new JournalEvent.StepMoved("a", "s", "exec", StepStatus.UNDONE, "", Map.of(), AT));
        assertThat(Doings.of(events, "a")).contains(new Doings(List.of(), List.of()));
    }

    @Test
    void ofAStepThatNothingWasHeardOfNothingIsSaid() {
        tried("a", 1);
        assertThat(Doings.of(events, "b")).isEmpty();
    }

    private void tried(String step, int attempt) {
        started(step, attempt);
        StepResult result = new StepResult(
                StepResult.Outcome.FAILED,
                Map.of(),
                "",
                List.of(),
                Optional.of(Failure.of("no", "", "")),
                Map.of(),
                Optional.of(step + attempt));
        events.add(new JournalEvent.StepFinished(step, attempt, result, AT));
    }

    private void started(String step, int attempt) {
        events.add(new JournalEvent.StepStarted(step, "s", "exec", attempt, "", AT));
    }
}
