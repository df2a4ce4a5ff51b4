package io.slipway.activities.step;

import java.time.Duration;

/**
 * How fast time runs at a target. A real cluster's pace is 1; the sandbox's clock runs faster, so what waits for it
 * waits that much shorter.
 *
 * @param factor how many times faster than the wall clock
 */
public record Pace(double factor) {
    /** Wall-clock time. */
    public static final Pace REAL = new Pace(1);

    public Pace {
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("a pace is at least 1, not " + factor);
        }
    }

    /** How long to wait by the wall clock for so much time of the target. */
    public Duration wall(Duration ofTarget) {
        return factor == 1 ? ofTarget : Duration.ofNanos((long) (ofTarget.toNanos() / factor));
    }

    /** How much time of the target passes in so much wall-clock time. */
    public Duration target(Duration wall) {
        return factor == 1 ? wall : Duration.ofNanos((long) Math.min(wall.toNanos() * factor, Long.MAX_VALUE));
    }
}
