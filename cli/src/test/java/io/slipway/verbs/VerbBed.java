package io.slipway.verbs;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.step.Target;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.settings.EngineSettings;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the rows are carried out: the sandbox, or the cluster of {@code -Dslipway.test.kubeconfig=FILE}. Each row has a
 * namespace of its own.
 */
final class VerbBed implements AutoCloseable {
    /** The pipelines, a folder each. */
    static final Path ROWS = Path.of("src/test/resources/io/slipway/verbs");

    private final Target target;
    private final Closeable owner;
    private final Cluster cluster;
    private final EmbeddedTemporal temporal;
    private final WorkflowServiceStubs stubs;
    private final Engine engine;
    private final String prefix;
    private final Queue<String> namespaces = new ConcurrentLinkedQueue<>();

    private VerbBed(Target target, Closeable owner, Path state) {
        this.target = target;
        this.owner = owner;
        this.cluster = new Cluster(target.client());
        this.temporal = EmbeddedTemporal.start();
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(temporal.channel())
                .validateAndBuildWithDefaults());
        FolderPlanning planning = new FolderPlanning(List.of(ROWS), Optional.empty());
        this.engine = Engine.start(EngineSettings.of(stubs, state, new InNamespaces(target), planning));
        byte[] tail = new byte[2];
        ThreadLocalRandom.current().nextBytes(tail);
        this.prefix = "verbs-" + HexFormat.of().formatHex(tail) + "-";
    }

    static VerbBed start(Path state) throws IOException {
        String kubeconfig = System.getProperty("slipway.test.kubeconfig", "");
        if (kubeconfig.isEmpty()) {
            SandboxCluster sandbox = SandboxCluster.start(Optional.empty(), 0, "datalyptica", List.of());
            return new VerbBed(sandbox.target(), sandbox::close, state);
        }
        ChosenCluster real = ChosenCluster.reached(Optional.of(Path.of(kubeconfig)), "");
        return new VerbBed(real.target(), real::close, state);
    }

    boolean real() {
        return !target.simulated();
    }

    Engine engine() {
        return engine;
    }

    Cluster cluster() {
        return cluster;
    }

    /** What a row needs and the API server does not serve; empty when it can be carried out. */
    Optional<String> missing(VerbRow row) {
        List<String> absent = row.needs().stream().filter(this::isAbsent).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("the API server does not serve " + String.join(", ", absent));
    }

    private boolean isAbsent(String resource) {
        try {
            return cluster.kinds().perhaps(resource).isEmpty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A new namespace for a row; it goes when this is closed. */
    String namespace(String row) {
        String name = prefix + row;
        target.client()
                .namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        namespaces.add(name);
        return name;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        if (real()) {
            namespaces.forEach(
                    name -> target.client().namespaces().withName(name).delete());
        }
        stubs.shutdownNow();
        temporal.close();
        cluster.close();
        owner.close();
    }
}
