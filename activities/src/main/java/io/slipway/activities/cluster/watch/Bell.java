package io.slipway.activities.cluster.watch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiter. Rings that come while it is awake are kept as one. */
public final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** Wakes the waiter, now or at its next wait. */
    public void ring() {
        rung.release();
    }

    /**
     * Waits for a ring.
     *
     * @return false when none came in time
     */
    public boolean await(Duration longest) throws InterruptedException {
        boolean came = rung.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
        rung.drainPermits();
        return came;
    }
}
