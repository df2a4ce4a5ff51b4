package io.slipway.cli.engine;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.step.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A cluster to look at, without an engine: a real one, or the sandbox that is kept in the home folder. */
public final class ChosenCluster implements AutoCloseable {
    private final Target target;
    private final Cluster cluster;
    private final Optional<SandboxCluster> sandbox;

    private ChosenCluster(Target target, Optional<SandboxCluster> sandbox) {
        this.target = target;
        this.cluster = new Cluster(target.client());
        this.sandbox = sandbox;
    }

    /** The cluster of a kube context; empty for the current one. */
    public static ChosenCluster real(String context) {
        return new ChosenCluster(ReachedCluster.of(context), Optional.empty());
    }

    /** The sandbox that is kept in this folder, as the last rollout left it. */
    public static ChosenCluster sandbox(Path folder, String namespace) throws IOException {
        SandboxCluster started = SandboxCluster.start(Optional.of(folder), 0, namespace, List.of());
        return new ChosenCluster(started.target(), Optional.of(started));
    }

    /** As a target. */
    public Target target() {
        return target;
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
