package io.slipway.sandbox.controllers;

import io.slipway.sandbox.SandboxClock;
import io.slipway.sandbox.store.StatusException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue and the thread of a controller: each key waits at most once, for its turn and for its time. */
final class ControllerLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerLoop.class);
    private static final long SHORTEST_REST = TimeUnit.MICROSECONDS.toNanos(100);
    /** Doublings of the shortest rest: about 100 ms in real time. */
    private static final int LONGEST_REST = 10;

    private final Controller controller;
    private final SandboxClock clock;
    private final ScheduledExecutorService timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final SequencedSet<Key> queue = new LinkedHashSet<>();
    private final Map<Key, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
    private final Map<Key, Integer> quiet = new ConcurrentHashMap<>();
    private final BackOff failures = new BackOff();
    private final Thread thread;

    ControllerLoop(Controller controller, SandboxClock clock, ScheduledExecutorService timer) {
        this.controller = controller;
        this.clock = clock;
        this.timer = timer;
        this.thread = Thread.ofVirtual().name(controller.name()).unstarted(this::run);
    }

    Controller controller() {
        return controller;
    }

    void start() {
        thread.start();
    }

    void add(Key key) {
        quiet.remove(key);
        enqueue(key);
    }

    private void enqueue(Key key) {
        lock.lock();
        try {
            if (queue.add(key)) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private Key take() throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty()) {
                filled.await();
            }
            return queue.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                reconcile(take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A controller that fails on one object must still serve the others; it tries again later, as real ones do. */
    private void reconcile(Key key) {
        try {
            Optional<Duration> again = controller.reconcile(key);
            failures.after(key, false);
            later(key, again);
        } catch (StatusException refused) {
            LOG.debug("controller={} key={} refused={}", controller.name(), key, refused.getMessage());
            later(key, failures.after(key, true));
        } catch (RuntimeException failure) {
            LOG.error("controller={} key={} failed", controller.name(), key, failure);
            later(key, failures.after(key, true));
        }
    }

    /** As in the work queues of Kubernetes' own controllers, the earliest time counts. */
    private void later(Key key, Optional<Duration> after) {
        if (after.isEmpty() || timer.isShutdown()) {
            quiet.remove(key);
            return;
        }
        long nanos = Math.max(rest(key), clock.real(after.get()).toNanos());
        waiting.compute(key, (same, before) -> {
            if (before != null && before.getDelay(TimeUnit.NANOSECONDS) <= nanos) {
                return before;
            }
            if (before != null) {
                before.cancel(false);
            }
            return timer.schedule(() -> due(key), nanos, TimeUnit.NANOSECONDS);
        });
    }

    /** At a fast pace, a key that nothing but its own timer wakes is looked at less and less often. */
    private long rest(Key key) {
        return SHORTEST_REST << Math.min(LONGEST_REST, quiet.getOrDefault(key, 0));
    }

    private void due(Key key) {
        waiting.remove(key);
        quiet.merge(key, 1, Integer::sum);
        enqueue(key);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
