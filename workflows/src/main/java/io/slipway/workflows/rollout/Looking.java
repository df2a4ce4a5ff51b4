package io.slipway.workflows.rollout;

import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import java.util.List;

/** Judges a run that only looked: it went through all its steps, and fails when any of them did. */
final class Looking {
    private final Run run;

    Looking(Run run) {
        this.run = run;
    }

    void judge() {
        List<String> failed = run.ledger().journal().steps().values().stream()
                .filter(record -> record.status() == StepStatus.FAILED)
                .map(StepRecord::step)
                .sorted()
                .toList();
        if (!failed.isEmpty()) {
            run.gate().end(Ending.failed("changed since the rollout: " + String.join(", ", failed), false));
        }
    }
}
