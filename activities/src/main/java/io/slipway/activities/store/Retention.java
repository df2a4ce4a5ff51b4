package io.slipway.activities.store;

import java.time.Duration;

/**
 * How long the records of ended rollouts are kept. One goes when it ended longer ago than {@code age} and is not among
 * the {@code latest}; what runs or is paused never goes.
 *
 * @param age time since the end
 * @param latest so many rollouts are kept whatever their age, the ones with the latest events
 */
public record Retention(Duration age, int latest) {
    /** Ninety days, and always the latest fifty. */
    public static final Retention STANDARD = new Retention(Duration.ofDays(90), 50);

    public Retention {
        if (age.isNegative() || latest < 0) {
            throw new IllegalArgumentException("retention takes no negative age or count: " + age + ", " + latest);
        }
    }
}
