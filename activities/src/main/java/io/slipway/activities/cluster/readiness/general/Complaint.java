package io.slipway.activities.cluster.readiness.general;

import io.slipway.activities.cluster.readiness.rule.Condition;

/** Tells whether a condition that is not as it should be complains of an error, or only waits. */
public final class Complaint {

    private Complaint() {}

    /** By its severity when it has one, else by its reason; without a telling reason the message decides. */
    public static boolean isError(Condition condition) {
        if (!condition.severity().isEmpty()) {
            return condition.severity().equals("Error");
        }
        if (ReasonWords.isError(condition.reason())) {
            return true;
        }
        return !ReasonWords.isProgress(condition.reason())
                && !ReasonWords.isNeutral(condition.reason())
                && ReasonWords.isErrorSentence(condition.message());
    }
}
