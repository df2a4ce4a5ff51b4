package io.slipway.cli.records;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        String by) {
    static RolloutLine of(Journal journal) {
        return new RolloutLine(
                journal.rollout(),
                journal.pipeline(),
                journal.status().word(),
                journal.target(),
                Optional.of(journal.simulated()),
                journal.started().map(Instant::toString),
                journal.finished().map(Instant::toString),
                journal.by());
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
                "");
    }
}
