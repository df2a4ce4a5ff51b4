package io.slipway.cli.engine;

import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.cluster.targets.TargetSettings;
import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Target;
import io.slipway.cli.home.Home;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.settings.EngineSettings;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An engine with a Temporal server and a worker in this process. What it must not lose is on disk. */
public final class Embedded implements AutoCloseable {
    private final EmbeddedTemporal temporal;
    private final WorkflowServiceStubs stubs;
    private final Engine engine;
    private final Target target;
    private final Optional<SandboxCluster> sandbox;

    private Embedded(Home home, Target target, Planning planning, Optional<SandboxCluster> sandbox) {
        this.target = target;
        this.sandbox = sandbox;
        this.temporal = EmbeddedTemporal.start();
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(temporal.channel())
                .validateAndBuildWithDefaults());
        this.engine = Engine.start(EngineSettings.of(stubs, home.folder(), new NamedTargets(target), planning));
    }

    /** An engine on the sandbox that is kept in the home folder. */
    public static Embedded onSandbox(Home home, Planning planning, String namespace) throws IOException {
        SandboxCluster cluster =
                SandboxCluster.start(Optional.of(home.folder().resolve("sandbox")), 0, namespace, List.of());
        return new Embedded(home, cluster.target(), planning, Optional.of(cluster));
    }

    /** An engine on a new sandbox in memory, in which things go wrong. */
    public static Embedded onRehearsal(Home home, Planning planning, String namespace, List<String> faults)
            throws IOException {
        SandboxCluster cluster = SandboxCluster.start(Optional.empty(), 0, namespace, faults);
        return new Embedded(home, cluster.target(), planning, Optional.of(cluster));
    }

    /** An engine on a real cluster. */
    public static Embedded onCluster(Home home, Planning planning, Target target) {
        return new Embedded(home, target, planning, Optional.empty());
    }

    /** Connects to a kube context. */
    public static Target connect(String name) {
        boolean current = name.isEmpty() || name.equals("default");
        Optional<String> context = current ? Optional.empty() : Optional.of(name);
        TargetSettings usual = TargetSettings.usual(current ? "default" : name);
        return TargetConnector.connect(new TargetSettings(
                usual.name(),
                usual.kubeconfig(),
                context,
                usual.namespace(),
                usual.impersonate(),
                usual.impersonateGroups(),
                usual.inside(),
                usual.ingress()));
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The cluster that rollouts go to. */
    public Target target() {
        return target;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        stubs.shutdownNow();
        temporal.close();
        target.client().close();
        if (sandbox.isPresent()) {
            sandbox.get().close();
        }
    }
}
