package io.slipway.activities.cluster.ready;

import io.slipway.model.spec.Late;
import java.time.Duration;
import java.util.Optional;

/**
 * How to wait.
 *
 * @param condition when an object is ready, in place of the built-in rules
 * @param grace how long a failing state may last, in the target's time
 * @param watchdog fails when nothing moved for so long, in the target's time
 */
public record WaitOptions(Optional<Late> condition, Duration grace, Optional<Duration> watchdog) {
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** By the built-in rules, with the usual grace. */
    public static WaitOptions usual() {
        return new WaitOptions(Optional.empty(), GRACE, Optional.empty());
    }
}
