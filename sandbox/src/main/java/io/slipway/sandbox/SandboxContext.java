package io.slipway.sandbox;

import io.slipway.sandbox.api.ApiFaults;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.api.Subresources;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What an extension of the sandbox gets to work with. */
public interface SandboxContext {

    /**
     * The objects. Writes go through the same defaults, validation and quota as those of the API.
     *
     * @return the store
     */
    ObjectStore store();

    /**
     * The kinds served now.
     *
     * @return the registry
     */
    KindRegistry kinds();

    /**
     * The pace of the simulation.
     *
     * @return the clock
     */
    SandboxClock clock();

    /**
     * The faults of the API server.
     *
     * @return where to add faults
     */
    ApiFaults faults();

    /**
     * Where an extension may keep what must survive a restart.
     *
     * @return the sandbox's folder, empty for a sandbox in memory
     */
    Optional<Path> folder();

    /**
     * Where the API answers.
     *
     * @return such as {@code http://127.0.0.1:40123}; requests are answered once all extensions have started
     */
    URI apiUrl();

    /**
     * Says who runs the pods. The last one wins.
     *
     * @param runtime logs, exec, connections and usage
     */
    void podRuntime(PodRuntime runtime);

    /**
     * Says who serves the subresources that are not the API server's own. The last one wins.
     *
     * @param subresources such as {@code buildconfigs/instantiate}
     */
    void subresources(Subresources subresources);
}
