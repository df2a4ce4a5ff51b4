package io.slipway.bench.waits;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Watchable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When a plain watch saw each gate ready. */
final class Openings implements Watcher<GenericKubernetesResource>, AutoCloseable {
    private static final long LOOK_MILLIS = 1;

    private final Watch watch;

    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    /** Watches from now on. */
    Openings(Watchable<GenericKubernetesResource> gates) {
        this.watch = gates.watch(this);
    }

    @Override
    public void eventReceived(Action action, GenericKubernetesResource gate) {
        Instant now = Clock.systemUTC().instant();
        if ("True".equals(gate.get("status", "conditions", 0, "status"))) {
            seen.putIfAbsent(gate.getMetadata().getName(), now);
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        // who waits for what does not come any more says so
    }

    /** When it was seen ready; waits until it is. */
    Instant of(String gate) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!seen.containsKey(gate)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the watch has not seen " + gate + " ready");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return seen.get(gate);
    }

    @Override
    public void close() {
        watch.close();
    }
}
