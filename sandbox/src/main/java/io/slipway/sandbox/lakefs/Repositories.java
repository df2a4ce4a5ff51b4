package io.slipway.sandbox.lakefs;

import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;

/** The repositories of one server, kept in the sandbox's store. */
final class Repositories {
    private final SimulatorState state;
    private final String server;
    private final List<String> names;

    Repositories(ObjectStore store, String namespace, List<String> names) {
        this.state = new SimulatorState(store, "lakefs");
        this.server = namespace;
        this.names = List.copyOf(names);
    }

    /**
     * A repository.
     *
     * @throws LakefsProblem when there is none of the name
     */
    Repository get(String name) {
        if (!names.contains(name)) {
            throw new LakefsProblem(404, "repository not found");
        }
        return new Repository(name, state, server + "/" + name);
    }
}
