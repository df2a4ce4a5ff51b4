package io.slipway.bench.revalidation;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import io.slipway.model.journal.Journal;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import io.slipway.sandbox.api.AuditEvent;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.settings.EngineSettings;
import io.slipway.workflows.contract.RevalidateRequest;
import io.slipway.workflows.contract.RolloutInput;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link ManyObjects} in a sandbox, rolled out. */
final class Deployed implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Set<String> READS = Set.of("get", "list", "watch");

    private final Sandbox sandbox;
    private final EmbeddedTemporal temporal = EmbeddedTemporal.start();
    private final WorkflowServiceStubs stubs;
    private final Target target;
    private final Engine engine;

    private Deployed(Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(temporal.channel())
                .validateAndBuildWithDefaults());
        target = new Target(
                "sandbox",
                "default",
                TargetConnector.client(sandbox.kubeconfig()),
                new Pace(SandboxOptions.inMemory().pace()),
                true,
                false,
                Optional.empty());
        engine = Engine.start(EngineSettings.of(
                stubs,
                folder.resolve(".slipway"),
                new Only(target),
                new FolderPlanning(List.of(folder), Optional.empty())));
    }

    /** Rolls it out; its files and records are in that folder. */
    static Deployed of(ManyObjects many, Path folder) throws IOException {
        many.write(folder);
        Deployed deployed = new Deployed(folder);
        deployed.ended(deployed.engine.start(RolloutInput.of(ManyObjects.NAME)));
        return deployed;
    }

    /**
     * Looks again.
     *
     * @return the journal of that
     */
    Journal look() {
        RolloutHandle handle =
                engine.revalidate(ManyObjects.NAME, target.name(), new RevalidateRequest(false, ""), "bench");
        if (handle.await(LONGEST).isEmpty()) {
            throw new IllegalStateException("no end within " + LONGEST.toMinutes() + " min");
        }
        return handle.journal();
    }

    private void ended(RolloutHandle handle) {
        RolloutHandle.End end = handle.await(LONGEST)
                .orElseThrow(() -> new IllegalStateException("no end within " + LONGEST.toMinutes() + " min"));
        if (!end.succeeded()) {
            throw new IllegalStateException(end.message());
        }
    }

    /** How many requests the API server has had so far. */
    int requests() {
        return sandbox.audit().events().size();
    }

    /** The requests since then that do more than read; the server's own questions about rights do not count. */
    List<AuditEvent> writesSince(int requests) {
        List<AuditEvent> all = sandbox.audit().events();
        return all.subList(requests, all.size()).stream()
                .filter(event -> !READS.contains(event.verb()))
                .toList();
    }

    /** Somebody changes a field of a ConfigMap. */
    void change(String configMap, String value) {
        target.client()
                .configMaps()
                .inNamespace("default")
                .withName(configMap)
                .edit(map -> new ConfigMapBuilder(map).addToData("text", value).build());
    }

    @Override
    public void close() {
        engine.close();
        stubs.shutdownNow();
        temporal.close();
        target.client().close();
        sandbox.close();
    }

    /** The one target. */
    private record Only(Target target) implements Targets {
        @Override
        public Target get(String name) {
            return target;
        }

        @Override
        public List<String> names() {
            return List.of(target.name());
        }
    }
}
