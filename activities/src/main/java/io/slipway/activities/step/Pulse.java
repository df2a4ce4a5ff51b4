package io.slipway.activities.step;

import io.slipway.workflows.contract.Prepared;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often Temporal is told of the running steps of this worker, and how long it may hear nothing before it gives one to
 * another worker. Each time is a write in the server's database, so that a worker with hundreds of steps is more patient.
 */
public final class Pulse {
    private static final Duration QUICKEST = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);
    private static final int FEW = 100;

    private static final AtomicInteger BEATING = new AtomicInteger();

    private Pulse() {}

    static void begins() {
        BEATING.incrementAndGet();
    }

    static void ends() {
        BEATING.decrementAndGet();
    }

    /** How long the steps of a rollout that begins now may be silent: 8 s, and longer beside hundreds of steps. */
    public static Duration silence() {
        return silence(BEATING.get());
    }

    static Duration silence(int steps) {
        return within(
                        Prepared.LEAST_SILENCE,
                        Prepared.LEAST_SILENCE.multipliedBy(steps).dividedBy(FEW),
                        MOST_SILENCE)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** How long to wait from one heartbeat to the next. */
    static Duration pause(Duration silence) {
        return pause(BEATING.get(), silence);
    }

    /** How long to wait for the answer to one: a server that is slow gets no slower by being asked again and again. */
    static Duration patience(Duration silence) {
        return silence.dividedBy(4);
    }

    /** How long to wait before the next one when one was lost: with the patience for that, there is time for another. */
    static Duration pauseAfterALostOne(Duration silence) {
        return silence.dividedBy(8);
    }

    /** At least twice in the silence, so that one may be lost. */
    static Duration pause(int steps, Duration silence) {
        Duration most = within(QUICKEST, silence.dividedBy(2), SLOWEST);
        return within(QUICKEST, QUICKEST.multipliedBy(steps).dividedBy(FEW), most);
    }

    private static Duration within(Duration least, Duration value, Duration most) {
        return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
    }
}
