package io.slipway.sandbox.spark;

import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.ObjectStore;

/** How many applications came to which state; those that are deleted are not forgotten. */
final class OperatorCounts {
    private static final String KEY = "applications";

    private final SimulatorState state;

    OperatorCounts(ObjectStore store) {
        this.state = new SimulatorState(store, "sparkoperator");
    }

    void add(String reached) {
        state.update(KEY, counts -> counts.put(reached, counts.path(reached).asLong() + 1));
    }

    long of(String reached) {
        return state.read(KEY).map(counts -> counts.path(reached).asLong()).orElse(0L);
    }
}
