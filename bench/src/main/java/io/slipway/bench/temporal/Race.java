package io.slipway.bench.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Many of one runner's workflows, so many at once. */
final class Race {
    private static final double NANOS_OF_A_MINUTE = 60e9;

    private Race() {}

    /** Runs them all; how many there were a minute. */
    static double run(Runner runner, int many, int atOnce, int steps) throws InterruptedException {
        Semaphore slots = new Semaphore(atOnce);
        List<Future<?>> all = new ArrayList<>();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                slots.acquire();
                all.add(threads.submit(() -> {
                    try {
                        runner.once(steps);
                    } finally {
                        slots.release();
                    }
                }));
            }
        }
        double perMinute = many * NANOS_OF_A_MINUTE / (System.nanoTime() - begin);
        for (Future<?> each : all) {
            succeeded(each);
        }
        return perMinute;
    }

    private static void succeeded(Future<?> each) throws InterruptedException {
        try {
            each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of them failed", e);
        }
    }
}
