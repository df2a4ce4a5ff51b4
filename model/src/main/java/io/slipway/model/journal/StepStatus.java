package io.slipway.model.journal;

/** Where a step is. */
public enum StepStatus {
    /** Waits for the steps before it. */
    PENDING,
    /** A try is under way. */
    RUNNING,
    /** A try has failed and the next one is waited for. */
    RETRYING,
    /** Failed for good, or waits for approval; a person decides. */
    PAUSED,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    UNDONE;

    /** Whether nothing more will come of it by itself. */
    public boolean closed() {
        return switch (this) {
            case SUCCEEDED, FAILED, SKIPPED, UNDONE -> true;
            case PENDING, RUNNING, RETRYING, PAUSED -> false;
        };
    }
}
