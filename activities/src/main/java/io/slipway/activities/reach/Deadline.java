package io.slipway.activities.reach;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends work in time that has no end of its own, or does not hear an interrupt, such as reads by libraries. */
public final class Deadline {
    private Deadline() {}

    /**
     * Works in a thread of its own, which is interrupted when the work is given up.
     *
     * @param longest how long it may take
     * @throws TimeoutException when it takes longer
     * @throws ExecutionException when it fails, with the reason as its cause
     * @throws InterruptedException when the step is cancelled
     */
    public static <T> T of(Duration longest, Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("deadline").start(task);
        try {
            return task.get(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
