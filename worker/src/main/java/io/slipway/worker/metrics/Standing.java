package io.slipway.worker.metrics;

import io.micrometer.core.instrument.Tags;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a rollout is, as far as metrics tell it.
 *
 * @param touched when its journal was written to last
 * @param identity what it is told apart by
 * @param status where it is
 * @param approvals how many of its steps ask for approval
 * @param failures how many of its steps wait after a failure
 * @param finished when it ended
 */
record Standing(
        Instant touched,
        Identity identity,
        RolloutStatus status,
        int approvals,
        int failures,
        Optional<Instant> finished) {

    static Standing of(Journal journal, Instant touched) {
        List<StepRecord> waiting = journal.status() == RolloutStatus.PAUSED
                ? journal.steps().values().stream()
                        .filter(step -> step.status() == StepStatus.PAUSED)
                        .toList()
                : List.of();
        int approvals = (int)
                waiting.stream().filter(step -> step.verb().equals("approve")).count();
        return new Standing(
                touched,
                Identity.of(journal),
                journal.status(),
                approvals,
                waiting.size() - approvals,
                journal.finished());
    }

    Tags tags() {
        return Tags.of("pipeline", identity.pipeline(), "target", identity.target(), "kind", identity.kind());
    }
}
