package io.slipway.cli.engine;

import io.slipway.cli.console.Environment;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.UsedKubeconfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that go on with a rollout, whose kube context is known already. */
public final class KubeconfigOption {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = {
                "Without a Temporal server: kubeconfig file with the rollout's context (default:"
                        + " the one the rollout was started with, else KUBECONFIG or",
                "~/.kube/config)."
            })
    private Optional<Path> typed = Optional.empty();

    /** The kubeconfig for a rollout; empty for the usual places. */
    public Optional<Path> of(Environment environment, Home home, String rollout) throws IOException {
        return typed.isPresent()
                ? typed.map(environment.directory()::resolve)
                : new UsedKubeconfig(home, rollout).file();
    }
}
