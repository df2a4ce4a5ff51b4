package io.slipway.workflows.rollout;

import java.time.Duration;

/** Waits at a target whose time runs faster than the wall clock. */
final class Pacing {
    private Pacing() {}

    /** How long to wait by the wall clock for so much time of the target. */
    static Duration wall(Duration ofTarget, double pace) {
        return pace <= 1 ? ofTarget : Duration.ofNanos((long) (ofTarget.toNanos() / pace));
    }
}
