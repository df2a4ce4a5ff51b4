package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Times;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Takes away Events that nobody has repeated for an hour, as an API server does that is told nothing else. */
final class EventExpiry {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final InstantSource time;
    private Instant next = Instant.MIN;

    EventExpiry(ObjectStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** Looks while Events come, and that seldom: where none come, none become more. */
    void on(StoreEvent event) {
        Instant now = time.instant();
        if (event.kind().sameResource(Kinds.EVENT) && !now.isBefore(next)) {
            next = now.plus(LOOK_EVERY);
            store.views(Kinds.EVENT, "").objects().stream()
                    .filter(one -> last(one).isBefore(now.minus(KEPT)))
                    .forEach(this::delete);
        }
    }

    private static Instant last(ObjectNode event) {
        return Times.read(event.path("lastTimestamp"))
                .or(() -> Times.read(event.path("metadata").path("creationTimestamp")))
                .orElse(Instant.MIN);
    }

    private void delete(ObjectNode event) {
        try {
            store.delete(Kinds.EVENT, Meta.namespace(event), Meta.name(event), Deletion.BACKGROUND);
        } catch (StatusException gone) {
            // It went with its namespace.
            return;
        }
    }
}
