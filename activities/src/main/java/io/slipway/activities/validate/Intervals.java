package io.slipway.activities.validate;

import io.slipway.activities.step.Pace;
import java.time.Duration;

/** The times between two askings, in the target's time: from a quarter of a second up, half as long again each time. */
final class Intervals {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(5);
    /** By the wall clock, so that a fast sandbox is not asked without a rest. */
    private static final Duration LEAST = Duration.ofMillis(20);

    private final Duration longest;
    private final Duration least;
    private Duration next = FIRST;

    Intervals(boolean quick, Pace pace) {
        this.longest = quick ? QUICK : SLOW;
        this.least = pace.target(LEAST);
    }

    Duration next() {
        Duration interval = next;
        Duration longer = next.multipliedBy(3).dividedBy(2);
        next = longer.compareTo(longest) < 0 ? longer : longest;
        return interval.compareTo(least) < 0 ? least : interval;
    }
}
