package io.slipway.worker.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tidies up beside the rollouts, which do not depend on it: at once, and again and again, as a worker may live for months. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final Thread thread;

    private Upkeep(Thread thread) {
        this.thread = thread;
    }

    /** Begins. */
    static Upkeep begin(Runnable work, Duration every) {
        return new Upkeep(Thread.ofVirtual().name("slipway-retention").start(() -> repeat(work, every)));
    }

    private static void repeat(Runnable work, Duration every) {
        try {
            while (true) {
                once(work);
                Thread.sleep(every);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void once(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("old rollouts could not be removed; the next attempt is tomorrow", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
