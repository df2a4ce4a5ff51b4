package io.slipway.sandbox.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Propagation;
import io.slipway.sandbox.store.StoreEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {
    private static ObjectNode map(String name) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        Meta.of(map).put("namespace", "n").put("name", name);
        return map;
    }

    @Test
    void whatIsOrphanedStaysWhenTheProcessEndedInBetween() {
        try (ObjectStore store = ObjectStore.inMemory()) {
            ObjectNode owner = store.create(Kinds.CONFIG_MAP, map("a"));
            ObjectNode owned = map("b");
            Meta.own(owned, Kinds.CONFIG_MAP, owner);
            store.create(Kinds.CONFIG_MAP, owned);
            Deletion orphaning = new Deletion(Propagation.ORPHAN, Optional.empty(), Optional.empty(), Optional.empty());
            ObjectNode marked = store.delete(Kinds.CONFIG_MAP, "n", "a", orphaning);
            GarbageCollector next = new GarbageCollector(store, new KindRegistry());
            next.on(new StoreEvent(StoreEvent.Type.ADDED, Kinds.CONFIG_MAP, marked, Optional.empty(), 3));
            assertThat(store.view(Kinds.CONFIG_MAP, "n", "a")).isEmpty();
            assertThat(Meta.of(store.view(Kinds.CONFIG_MAP, "n", "b").orElseThrow())
                            .has("ownerReferences"))
                    .isFalse();
        }
    }
}
