package io.slipway.sandbox.lakefs;

import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Process;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.time.Duration;
import java.util.Optional;

/** The lakeFS image. Its environment names the key that may log in, and the repositories that are there. */
public final class LakefsWorkload implements Workload {
    private static final int API = 8000;

    private final Services services;
    private final Contents contents = new Contents();

    public LakefsWorkload(Services services) {
        this.services = services;
    }

    @Override
    public boolean runs(Container container) {
        return container.image().matches(".*(^|/)lakefs([:@].*)?$");
    }

    @Override
    public Duration readyAfter(Container container) {
        return Duration.ofSeconds(3);
    }

    @Override
    public int run(Process process) throws InterruptedException {
        process.log("lakeFS (simulated from its published API) listens on 0.0.0.0:" + API);
        process.runForEver();
        return 0;
    }

    @Override
    public Optional<SimEndpoint> endpoint(Container container, int port) {
        if (port != API) {
            return Optional.empty();
        }
        Repositories repositories = new Repositories(services.store(), container.namespace(), container.env());
        return Optional.of(new LakefsApi(repositories, contents, container.env()));
    }

    @Override
    public Usage usage(Container container) {
        return new Usage(30, 120);
    }
}
