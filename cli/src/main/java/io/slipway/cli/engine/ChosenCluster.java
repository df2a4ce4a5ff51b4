package io.slipway.cli.engine;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.step.Target;
import io.slipway.cli.error.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cluster of a command: a real one, the sandbox of another process, or a sandbox in this one. */
public final class ChosenCluster implements AutoCloseable {
    private final Target target;
    private final Cluster cluster;
    private final Optional<SandboxCluster> sandbox;

    private ChosenCluster(Target target, Optional<SandboxCluster> sandbox) {
        this.target = target;
        this.cluster = new Cluster(target.client());
        this.sandbox = sandbox;
    }

    /**
     * The cluster of a kube context; a sandbox that another process serves is recognized.
     *
     * @param kubeconfig the file; empty for the usual places, or the service account inside a cluster
     * @param context empty for the current one
     * @throws CliException when there is no such context, or its cluster does not answer
     */
    public static ChosenCluster reached(Optional<Path> kubeconfig, String context) {
        return new ChosenCluster(ReachedCluster.of(kubeconfig, context), Optional.empty());
    }

    /** The sandbox that is kept in this folder, as the last rollout left it; also one that another process serves. */
    public static ChosenCluster sandbox(Path folder, String namespace) throws IOException {
        try {
            return started(SandboxCluster.start(Optional.of(folder), 0, namespace, List.of()));
        } catch (CliException taken) {
            return served(folder).orElseThrow(() -> taken);
        }
    }

    /** By the kubeconfig beside it, which may be left from an earlier process. */
    private static Optional<ChosenCluster> served(Path folder) {
        Path kubeconfig = folder.resolve("kubeconfig");
        try {
            return Files.isReadable(kubeconfig) ? Optional.of(reached(Optional.of(kubeconfig), "")) : Optional.empty();
        } catch (CliException over) {
            return Optional.empty();
        }
    }

    /** A new sandbox in which things go wrong, kept in this folder, so that its rollout can go on. */
    public static ChosenCluster rehearsal(Path folder, String namespace, List<String> faults) throws IOException {
        return started(SandboxCluster.start(Optional.of(folder), 0, namespace, faults));
    }

    private static ChosenCluster started(SandboxCluster sandbox) {
        return new ChosenCluster(sandbox.target(), Optional.of(sandbox));
    }

    /** As a target. */
    public Target target() {
        return target;
    }

    /** The faults of a rehearsal that have struck nothing so far, as they were written. */
    public List<String> faultsThatStruckNothing() {
        return sandbox.map(SandboxCluster::faultsThatStruckNothing).orElse(List.of());
    }

    /** For reading. */
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        target.client().close();
        if (sandbox.isPresent()) {
            sandbox.get().close();
        }
    }
}
