package io.slipway.sandbox;

import io.slipway.sandbox.api.ApiFaults;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.api.Subresources;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What extensions of a running sandbox work with. */
final class RunningContext implements SandboxContext {

    private final ObjectStore store;
    private final KindRegistry kinds;
    private final ApiFaults faults;
    private final SandboxOptions options;
    private final SandboxClock clock;
    private volatile PodRuntime runtime = PodRuntime.NONE;
    private volatile Subresources subresources = Subresources.NONE;
    private volatile URI apiUrl;

    RunningContext(ObjectStore store, KindRegistry kinds, ApiFaults faults, SandboxOptions options) {
        this.store = store;
        this.kinds = kinds;
        this.faults = faults;
        this.options = options;
        this.clock = new SandboxClock(options.pace());
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public KindRegistry kinds() {
        return kinds;
    }

    @Override
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public ApiFaults faults() {
        return faults;
    }

    @Override
    public Optional<Path> folder() {
        return options.folder();
    }

    @Override
    public URI apiUrl() {
        return apiUrl;
    }

    void apiUrl(URI url) {
        this.apiUrl = url;
    }

    @Override
    public void podRuntime(PodRuntime other) {
        this.runtime = other;
    }

    PodRuntime runtime() {
        return runtime;
    }

    @Override
    public void subresources(Subresources other) {
        this.subresources = other;
    }

    Subresources served() {
        return subresources;
    }
}
