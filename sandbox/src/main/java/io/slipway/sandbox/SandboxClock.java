package io.slipway.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The pace of the simulation: simulated durations pass {@code pace} times as fast as real ones. Time stamps of objects
 * stay real; only how long simulated work takes is shortened.
 *
 * @param pace how many simulated seconds pass in a real one, at least 1
 */
public record SandboxClock(double pace) {

    /** The usual pace: a simulated minute takes 60 ms. */
    public static final double USUAL_PACE = 1000;

    /** Refuses a pace below 1. */
    public SandboxClock {
        if (!(pace >= 1)) {
            throw new IllegalArgumentException("pace is %s, it must be at least 1".formatted(pace));
        }
    }

    /**
     * How long a simulated duration really takes.
     *
     * @param simulated the simulated duration
     * @return the real duration
     */
    public Duration real(Duration simulated) {
        return Duration.ofNanos(Math.round(simulated.toNanos() / pace));
    }

    /**
     * How much simulated time passes in a real duration.
     *
     * @param real the real duration
     * @return the simulated duration
     */
    public Duration simulated(Duration real) {
        return Duration.ofNanos(Math.round(real.toNanos() * pace));
    }

    /**
     * Sleeps for a simulated duration.
     *
     * @param simulated the simulated duration
     * @throws InterruptedException when the sleeping thread is interrupted
     */
    public void sleep(Duration simulated) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(real(simulated).toNanos());
    }
}
