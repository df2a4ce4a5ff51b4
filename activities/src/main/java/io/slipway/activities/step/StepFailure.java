package io.slipway.activities.step;

import io.slipway.model.journal.Failure;

/** A failed outcome: not an error of the worker but a result, on which the workflow decides. */
public class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** A failed outcome with its story. */
    public StepFailure(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** A failed outcome that another try may cure. */
    public static StepFailure of(String message, String cause, String fix) {
        return new StepFailure(Failure.of(message, cause, fix));
    }

    /** A failed outcome that no other try can cure. */
    public static StepFailure permanent(String message, String cause, String fix) {
        return new StepFailure(Failure.permanent(message, cause, fix));
    }

    /** The story, for the journal. */
    public Failure failure() {
        return failure;
    }
}
