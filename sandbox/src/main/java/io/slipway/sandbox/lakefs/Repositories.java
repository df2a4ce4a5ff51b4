package io.slipway.sandbox.lakefs;

import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.ObjectStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The repositories of one server, kept in the sandbox's store. */
final class Repositories {
    private final SimulatorState state;
    private final String server;
    private final List<String> names;

    /** Of a server, whose environment names the repositories that are there. */
    Repositories(ObjectStore store, String namespace, Map<String, String> env) {
        this.state = new SimulatorState(store, "lakefs");
        this.server = namespace;
        this.names = Arrays.stream(
                        env.getOrDefault("LAKEFS_SANDBOX_REPOSITORIES", "").split("[, ]+"))
                .filter(name -> !name.isEmpty())
                .toList();
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
