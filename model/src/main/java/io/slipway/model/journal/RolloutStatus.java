package io.slipway.model.journal;

import java.util.Locale;

/** Where a rollout is. */
public enum RolloutStatus {
    RUNNING,
    PAUSED,
    SUCCEEDED,
    FAILED,
    ABORTED,
    CANCELLED,
    UNDONE;

    /** Whether the rollout is over. */
    public boolean closed() {
        return switch (this) {
            case SUCCEEDED, FAILED, ABORTED, CANCELLED, UNDONE -> true;
            case RUNNING, PAUSED -> false;
        };
    }

    /** The word for people, expressions and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
