package io.slipway.workflows.rollout;

import io.temporal.failure.ApplicationFailure;

/** How a run fails for those who read it in the Temporal UI: in words, and without the engine's stack. */
final class PlainFailure {
    private PlainFailure() {}

    /**
     * A failure that no other try of the run cures.
     *
     * @param message what people read
     * @param type what programs tell it by
     * @param details shown below the message, as JSON
     */
    static ApplicationFailure of(String message, String type, Object... details) {
        ApplicationFailure failure = ApplicationFailure.newNonRetryableFailure(message, type, details);
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
