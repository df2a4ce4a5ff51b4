package io.slipway.sandbox.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Documents by area and key, in the store under a kind that the API does not serve. */
public final class SimulatorState {
    private final ObjectStore store;
    private final ResourceKind kind;

    /** @param area what the documents are about, lower case, such as {@code flink} */
    public SimulatorState(ObjectStore store, String area) {
        this.store = store;
        this.kind = new ResourceKind(ResourceKind.INTERNAL, "v1", "SimulatorState", "simulatorstates-" + area, false);
    }

    /** A private copy of a document. */
    public Optional<ObjectNode> read(String key) {
        return store.view(kind, "", key)
                .map(object -> object.withObject("/data").deepCopy());
    }

    /** Writes a document. */
    public void write(String key, ObjectNode data) {
        update(key, old -> data);
    }

    /** Changes a document under the store's lock; it starts out empty. */
    public void update(String key, UnaryOperator<ObjectNode> change) {
        if (mutated(key, change)) {
            return;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        object.putObject("metadata").put("name", key);
        object.set("data", change.apply(JsonNodeFactory.instance.objectNode()));
        try {
            store.create(kind, object);
        } catch (StatusException raced) {
            if (!mutated(key, change)) {
                throw raced;
            }
        }
    }

    private boolean mutated(String key, UnaryOperator<ObjectNode> change) {
        return store.mutate(kind, "", key, object -> {
                    object.set("data", change.apply((ObjectNode) object.get("data")));
                    return object;
                })
                .isPresent();
    }

    /** Removes a document; false when it was not there. */
    public boolean remove(String key) {
        try {
            store.delete(kind, "", key, Deletion.NOW);
            return true;
        } catch (StatusException gone) {
            return false;
        }
    }

    /** The keys that begin with a text, in order. */
    public List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        for (ObjectNode object : store.views(kind, "").objects()) {
            if (Meta.name(object).startsWith(prefix)) {
                keys.add(Meta.name(object));
            }
        }
        return keys.stream().sorted().toList();
    }
}
