package io.slipway.sandbox.sim;

import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.util.List;

/** Forgets what simulated applications have kept in namespaces and pods that are gone: others may get their names. */
final class Leftovers {
    /** Areas whose keys begin with the namespace. */
    private static final List<String> BY_NAMESPACE = List.of("buckets", "objects", "flink", "lakefs", "tables");

    private final ObjectStore store;

    Leftovers(ObjectStore store) {
        this.store = store;
    }

    void on(StoreEvent event) {
        if (event.type() != StoreEvent.Type.DELETED) {
            return;
        }
        if (event.kind().sameResource(Kinds.NAMESPACE)) {
            BY_NAMESPACE.forEach(area -> {
                forget(area, event.name() + "/");
                forget(area, event.name() + ".");
            });
        }
        if (event.kind().sameResource(Kinds.POD)) {
            String uid = Meta.uid(event.object());
            forget("flink", event.namespace() + "." + uid + "/");
            forget("topics", uid + "/");
        }
    }

    private void forget(String area, String prefix) {
        SimulatorState state = new SimulatorState(store, area);
        state.keys(prefix).forEach(state::remove);
    }
}
