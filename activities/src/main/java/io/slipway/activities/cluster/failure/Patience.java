package io.slipway.activities.cluster.failure;

import java.time.Duration;

/** How long something may be so before it is a failure. */
public enum Patience {
    /** It cannot get better by itself. */
    NONE,
    /** The step's grace: others may still be on their way, such as a Secret of the same step. */
    GRACE,
    /** Three times the step's grace: it is usual for a while, such as a probe that fails while a server starts. */
    LONG;

    /** The time for a step with this grace. */
    public Duration of(Duration grace) {
        return switch (this) {
            case NONE -> Duration.ZERO;
            case GRACE -> grace;
            case LONG -> grace.multipliedBy(3);
        };
    }
}
