package io.slipway.activities.cluster.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does the same with many things, some at a time. */
public final class Parallel {
    private Parallel() {}

    /** Work on one thing. */
    @FunctionalInterface
    public interface Work<T, R> {
        /** Does it. */
        R on(T thing) throws InterruptedException;
    }

    /**
     * Works on all things, at most so many at a time; results in the order of the things. After a failure no other is
     * begun, and it is thrown.
     */
    public static <T, R> List<R> map(List<T> things, int atATime, Work<T, R> work) throws InterruptedException {
        if (things.size() == 1) {
            return List.of(work.on(things.getFirst()));
        }
        Semaphore slots = new Semaphore(atATime);
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<R>> pending = new ArrayList<>(things.size());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (T thing : things) {
                slots.acquire();
                if (failed.get()) {
                    break;
                }
                pending.add(threads.submit(() -> {
                    try {
                        return work.on(thing);
                    } catch (InterruptedException | RuntimeException | Error e) {
                        failed.set(true);
                        throw e;
                    } finally {
                        slots.release();
                    }
                }));
            }
            return results(pending);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private static <R> List<R> results(List<Future<R>> pending) throws InterruptedException {
        List<R> results = new ArrayList<>(pending.size());
        for (Future<R> each : pending) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                throw unwrapped(e.getCause());
            }
        }
        return results;
    }

    private static RuntimeException unwrapped(Throwable cause) throws InterruptedException {
        switch (cause) {
            case InterruptedException cancelled -> throw cancelled;
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        }
    }
}
