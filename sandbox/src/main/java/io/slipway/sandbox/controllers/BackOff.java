package io.slipway.sandbox.controllers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a controller waits after it could not do what an object needs: with each failure twice as long, as in the work
 * queues of Kubernetes' own controllers.
 *
 * @see <a href="https://pkg.go.dev/k8s.io/client-go/util/workqueue">Rate limiters of work queues</a>
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration MOST = Duration.ofSeconds(1000);
    private static final int DOUBLINGS = 18;

    private final Map<Key, Integer> failures = new ConcurrentHashMap<>();

    /** Simulated time until the next try; empty when there was no failure, and then the next one is again the first. */
    Optional<Duration> after(Key key, boolean failed) {
        if (!failed) {
            failures.remove(key);
            return Optional.empty();
        }
        int before = failures.merge(key, 1, Integer::sum) - 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
        return Optional.of(wait.compareTo(MOST) < 0 ? wait : MOST);
    }
}
