package io.slipway.cli.engine;

import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Target;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.settings.EngineSettings;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A sandbox in memory, an embedded Temporal server, and an engine on both, as {@code slipway run --sandbox} has them. */
public final class SandboxLab implements AutoCloseable {
    private final SandboxCluster sandbox;
    private final EmbeddedTemporal temporal;
    private final WorkflowServiceStubs stubs;
    private final Engine engine;
    private final Target target;

    private SandboxLab(SandboxCluster sandbox, Path state, Planning planning) {
        this.sandbox = sandbox;
        this.target = sandbox.target();
        this.temporal = EmbeddedTemporal.start();
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(temporal.channel())
                .validateAndBuildWithDefaults());
        this.engine = Engine.start(EngineSettings.of(stubs, state, new NamedTargets(target), planning));
    }

    /** Starts all three. */
    public static SandboxLab start(Path state, Planning planning, List<String> faults, double pace) throws IOException {
        return new SandboxLab(SandboxCluster.start(Optional.empty(), 0, "datalyptica", faults, pace), state, planning);
    }

    /** The engine. */
    public Engine engine() {
        return engine;
    }

    /** The sandbox. */
    public Sandbox sandbox() {
        return sandbox.sandbox();
    }

    /** Adds faults. */
    public void strike(List<String> scripts) {
        sandbox.simulation().strike(scripts);
    }

    /** Takes all faults away. */
    public void heal() {
        sandbox.simulation().heal();
    }

    /** The sandbox as a target; one client for the whole lab. */
    public Target target() {
        return target;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        stubs.shutdownNow();
        temporal.close();
        sandbox.close();
    }
}
