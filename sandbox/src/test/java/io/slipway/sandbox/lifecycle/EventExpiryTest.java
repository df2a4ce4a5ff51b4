package io.slipway.sandbox.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventExpiryTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private ObjectNode event(ObjectStore store, String name) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        Meta.of(event).put("namespace", "n").put("name", name);
        event.put("lastTimestamp", now.toString());
        return store.create(Kinds.EVENT, event);
    }

    @Test
    void anEventGoesAnHourAfterItWasLastRepeated() {
        try (ObjectStore store = ObjectStore.inMemory()) {
            EventExpiry expiry = new EventExpiry(store, () -> now);
            event(store, "old");
            now = now.plus(Duration.ofMinutes(40));
            event(store, "young");
            now = now.plus(Duration.ofMinutes(40));
            ObjectNode last = event(store, "new");
            expiry.on(new StoreEvent(StoreEvent.Type.ADDED, Kinds.EVENT, last, Optional.empty(), 3));
            assertThat(store.list(Kinds.EVENT, "n")).extracting(Meta::name).containsExactly("new", "young");
        }
    }
}
