package io.slipway.workflows.rollout;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import java.util.List;
import java.util.Optional;

/**
 * A step that failed, as the failure of its run shows it.
 *
 * @param step its name
 * @param message what failed
 * @param cause what lies behind it, or empty
 * @param fix what to do, or empty
 */
record WhyFailed(String step, String message, String cause, String fix) {
    private static final int MOST = 5;

    /** The steps that have failed so far. */
    static List<WhyFailed> in(Ledger ledger) {
        return ledger.journal().steps().values().stream()
                .filter(record -> record.status() == StepStatus.FAILED)
                .map(WhyFailed::of)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    /** What is known about a step whose last try failed. */
    static Optional<WhyFailed> of(StepRecord record) {
        return record.result().flatMap(StepResult::failure).map(failure -> of(record.step(), failure));
    }

    private static WhyFailed of(String step, Failure failure) {
        return new WhyFailed(step, failure.message(), failure.cause(), failure.fix());
    }
}
