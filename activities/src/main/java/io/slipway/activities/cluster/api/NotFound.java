package io.slipway.activities.cluster.api;

import io.slipway.activities.step.StepFailure;

/** The failure of a step that names an object which the target does not have. */
public final class NotFound {
    private NotFound() {}

    /** Of an object as {@code kind/name}. */
    public static StepFailure of(String object, String namespace) {
        return StepFailure.of(
                object + " not found in namespace " + namespace,
                "it was never deployed, or has been deleted",
                "correct the name, or deploy it in an earlier step");
    }
}
