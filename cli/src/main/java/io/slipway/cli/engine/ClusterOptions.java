package io.slipway.cli.engine;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose a cluster. */
public final class ClusterOptions {
    @Option(
            names = "--sandbox",
            description = "Use a simulated cluster in this process, in the state the last rollout left in"
                    + " .slipway/sandbox.")
    private boolean sandbox;

    @Option(
            names = {"--target", "--context"},
            paramLabel = "CONTEXT",
            description = "Kube context to use (default: the current one).")
    private String context = "";

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = {
                "Kubeconfig file (default: KUBECONFIG,",
                "~/.kube/config, or the service account of the pod)."
            })
    private Optional<Path> kubeconfig = Optional.empty();

    /** Whether the sandbox of this process was chosen. */
    public boolean sandbox() {
        return sandbox;
    }

    /** The kube context; empty for the current one. */
    public String context() {
        return context;
    }

    /** The kubeconfig; empty for the usual places. */
    public Optional<Path> kubeconfig(Environment environment) {
        return kubeconfig.map(environment.directory()::resolve);
    }

    /**
     * Opens it.
     *
     * @param namespace where the sandbox puts the platform that pipelines expect
     * @throws CliException when it does not answer, or two were chosen
     */
    public ChosenCluster open(Environment environment, String namespace) throws IOException {
        if (sandbox && (!context.isEmpty() || kubeconfig.isPresent())) {
            throw CliException.invalid(
                    "--sandbox is a cluster of its own, and "
                            + (context.isEmpty() ? "--kubeconfig" : "--target")
                            + " names another",
                    "Omit one of them.");
        }
        return sandbox
                ? ChosenCluster.sandbox(new Home(environment).folder().resolve("sandbox"), namespace)
                : ChosenCluster.reached(kubeconfig(environment), context);
    }
}
