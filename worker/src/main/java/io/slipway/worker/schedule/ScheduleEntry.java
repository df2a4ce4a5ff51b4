package io.slipway.worker.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule that a server keeps.
 *
 * @param id its id
 * @param paused whether it starts nothing
 * @param last when it started something last
 * @param next when it will
 * @param overdue whether something should have been started by now and was not
 */
public record ScheduleEntry(
        String id, boolean paused, Optional<Instant> last, Optional<Instant> next, boolean overdue) {

    /** Whether a time has passed at which something should have started. */
    static boolean overdue(Optional<Instant> last, Instant next, Optional<Instant> afterNext, Instant now) {
        Duration late = afterNext
                .map(after -> Duration.between(next, after).dividedBy(2))
                .orElse(Duration.ofHours(1));
        boolean missed = last.isPresent()
                && afterNext.isPresent()
                && Duration.between(last.get(), now)
                                .compareTo(
                                        Duration.between(next, afterNext.get()).plus(late))
                        > 0;
        return missed || next.plus(late).isBefore(now);
    }
}
