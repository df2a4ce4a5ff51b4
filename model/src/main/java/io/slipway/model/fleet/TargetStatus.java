package io.slipway.model.fleet;

import java.util.Locale;

/** Where a target of a fleet is. */
public enum TargetStatus {
    /** It has not begun, or is to begin again. */
    PENDING,
    /** Its rollout runs. */
    RUNNING,
    /** Its rollout is done, and its wave's gate looks at it. */
    CHECKING,
    /** Its rollout is done. */
    SUCCEEDED,
    /** Its rollout has failed, or the gate found something. */
    FAILED,
    /** A person decided to go on without it. */
    SKIPPED;

    /** The word for people and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its turn is over. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == SKIPPED;
    }

    /** Whether something goes on there. */
    public boolean underWay() {
        return this == RUNNING || this == CHECKING;
    }
}
