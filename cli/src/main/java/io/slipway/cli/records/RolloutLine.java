package io.slipway.cli.records;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.model.journal.Journal;
import io.slipway.worker.engine.RolloutEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the list of rollouts. What a Temporal server does not know is left out.
 *
 * @param rollout its id
 * @param pipeline name of the pipeline
 * @param status where it is
 * @param target name of the target
 * @param simulated whether the target was the sandbox
 * @param started when it started
 * @param finished when it ended
 * @param by who started it, as claimed
 * @param attended false when it is running by its journal and no process here carries it out; else left out
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RolloutLine(
        String rollout,
        String pipeline,
        String status,
        String target,
        Optional<Boolean> simulated,
        Optional<String> started,
        Optional<String> finished,
        String by,
        Optional<Boolean> attended) {
    /** A rollout that is kept here; {@code left} says that no process carries it out. */
    static RolloutLine of(Journal journal, boolean left) {
        return new RolloutLine(
                journal.rollout(),
                journal.pipeline(),
                journal.status().word(),
                journal.target(),
                Optional.of(journal.simulated()),
                journal.started().map(Instant::toString),
                journal.finished().map(Instant::toString),
                journal.by(),
                left ? Optional.of(false) : Optional.empty());
    }

    static RolloutLine of(RolloutEntry entry) {
        return new RolloutLine(
                entry.rollout(),
                entry.pipeline(),
                entry.status(),
                entry.target(),
                Optional.empty(),
                Optional.of(entry.started().toString()),
                entry.finished().map(Instant::toString),
                "",
                Optional.empty());
    }

    /** Whether it is running by its journal and no process here carries it out. */
    @JsonIgnore
    boolean isLeft() {
        return attended.isPresent();
    }

    /** Its status, for people. */
    String word() {
        return isLeft() ? LeftRunning.WORDS : status;
    }
}
