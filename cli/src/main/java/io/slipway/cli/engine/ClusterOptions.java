package io.slipway.cli.engine;

import io.slipway.cli.home.Home;
import java.io.IOException;
import picocli.CommandLine.Option;

/** The options that choose a cluster to look at. */
public final class ClusterOptions {
    @Option(names = "--sandbox", description = "The simulated cluster of the home folder, as the last rollout left it.")
    private boolean sandbox;

    @Option(names = "--target", paramLabel = "CONTEXT", description = "The kube context; the current one by default.")
    private String target = "";

    /**
     * Opens it.
     *
     * @param namespace where the sandbox puts the platform that pipelines expect
     */
    public ChosenCluster open(Home home, String namespace) throws IOException {
        return sandbox
                ? ChosenCluster.sandbox(home.folder().resolve("sandbox"), namespace)
                : ChosenCluster.real(target);
    }
}
