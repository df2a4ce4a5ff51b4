package io.slipway.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.Prepared;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant RESUMED = START.plusSeconds(3600);

    private final Journal journal = Journal.of(
            "lake-1",
            List.of(
                    started(START),
                    stepStarted("seen", 10),
                    stepFinished("seen", 20),
                    stepStarted("unseen", 10),
                    stepFinished("unseen", 20),
                    started(RESUMED),
                    new JournalEvent.StepKept("seen", "still there", RESUMED.plusSeconds(5))));

    private static JournalEvent started(Instant at) {
        return new JournalEvent.RolloutStarted(
                "lake-1", "lake", "plan", "here", "", Map.of(), "ada", false, Optional.<JsonNode>empty(), at);
    }

    private static JournalEvent stepStarted(String step, int second) {
        return new JournalEvent.StepStarted(step, "s", "exec", 1, "hash", START.plusSeconds(second));
    }

    private static JournalEvent stepFinished(String step, int second) {
        return new JournalEvent.StepFinished(
                step, 1, StepResult.succeeded("done", Map.of()), START.plusSeconds(second));
    }

    private static Run run(Map<String, String> prepared, boolean continued) {
        Prepared read = Json.mapper().convertValue(prepared, Prepared.class);
        return new Run("lake-1", read, null, null, null, null, null, continued, false, Set.of(), Set.of());
    }

    private boolean hasDealtWith(Run run, String step) {
        StepRecord record = journal.step(step).orElseThrow();
        return run.hasDealtWith(record);
    }

    @Test
    void theJournalKnowsWhenTheRolloutWasLastStarted() {
        assertThat(Journal.of("lake-1", List.of(started(START))).lastStart()).contains(START);
        assertThat(journal.lastStart()).contains(RESUMED);
        assertThat(Journal.empty("lake-1").lastStart()).isEmpty();
    }

    @Test
    void aRunThatContinuesAResumedOneTrustsOnlyWhatThatHasLookedAt() {
        Run run = run(Map.of("lastStart", RESUMED.toString()), true);
        assertThat(hasDealtWith(run, "seen")).isTrue();
        assertThat(hasDealtWith(run, "unseen")).isFalse();
    }

    @Test
    void aRunThatContinuesAFirstOneTrustsAllThatWasDone() {
        Run run = run(Map.of("lastStart", START.toString()), true);
        assertThat(hasDealtWith(run, "unseen")).isTrue();
    }

    @Test
    void aResumedRunTrustsNothing() {
        assertThat(hasDealtWith(run(Map.of("lastStart", RESUMED.toString()), false), "seen"))
                .isFalse();
    }

    @Test
    void aHistoryFromBeforeThisWasKnownGoesOnAsItBegan() {
        assertThat(hasDealtWith(run(Map.of(), true), "unseen")).isTrue();
    }
}
