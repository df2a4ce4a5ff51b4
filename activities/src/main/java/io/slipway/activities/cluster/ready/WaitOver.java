package io.slipway.activities.cluster.ready;

import io.slipway.activities.cluster.failure.FailureCause;
import java.util.Optional;

/** A wait that ended without everything being ready. */
final class WaitOver extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Assessment last;
    private final transient Optional<FailureCause> cause;

    WaitOver(String message, Assessment last, Optional<FailureCause> cause) {
        super(message);
        this.last = last;
        this.cause = cause;
    }

    Assessment last() {
        return last;
    }

    Optional<FailureCause> cause() {
        return cause;
    }
}
