package io.slipway.activities.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.slipway.activities.step.FakeBlobs;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.Target;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cluster for contract tests: the sandbox's API server without controllers, or, with the system property
 * {@code slipway.test.kubeconfig}, a real one. Each instance has a namespace of its own.
 */
public final class TestCluster implements AutoCloseable {
    private static final String KUBECONFIG = "slipway.test.kubeconfig";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Optional<Sandbox> sandbox;
    private final KubernetesClient client;
    private final Clusters clusters = new Clusters();
    private final String namespace;
    private final Target target;

    private TestCluster(Optional<Sandbox> sandbox, String kubeconfig, boolean behaves) {
        this.sandbox = sandbox;
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
        this.namespace = "t" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime() & 0xffffff, 36);
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        Pace pace = sandbox.isPresent() && behaves
                ? new Pace(SandboxOptions.inMemory().pace())
                : Pace.REAL;
        this.target = new Target("test", namespace, client, pace, sandbox.isPresent(), false, RouterOf.sandbox(client));
    }

    /** An API server without controllers, unless it is a real cluster. */
    public static TestCluster bare() {
        return start(SandboxOptions.inMemory().withOnly(List.of()), false);
    }

    /** A cluster whose controllers work. */
    public static TestCluster working() {
        return start(SandboxOptions.inMemory(), true);
    }

    private static TestCluster start(SandboxOptions options, boolean behaves) {
        try {
            String file = System.getProperty(KUBECONFIG);
            if (file != null) {
                return new TestCluster(Optional.empty(), Files.readString(Path.of(file)), behaves);
            }
            Sandbox started = Sandbox.start(options);
            return new TestCluster(Optional.of(started), started.kubeconfig(), behaves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client, with all rights. */
    public KubernetesClient client() {
        return client;
    }

    /** The cluster. */
    public Cluster cluster() {
        return clusters.of(target);
    }

    /** All clusters of the test. */
    public Clusters clusters() {
        return clusters;
    }

    /** The test's own namespace. */
    public String namespace() {
        return namespace;
    }

    /** The target. */
    public Target target() {
        return target;
    }

    /** The sandbox; fails on a real cluster. */
    public Sandbox sandbox() {
        return sandbox.orElseThrow();
    }

    /** A context for a task. */
    public FakeStepContext step(FakeTask task) {
        return new FakeStepContext(target, task.make());
    }

    /** A context for a task with the blobs of an earlier one. */
    public FakeStepContext step(FakeTask task, FakeBlobs blobs) {
        return new FakeStepContext(target, task.make(), blobs);
    }

    @Override
    public void close() {
        clusters.close();
        if (sandbox.isEmpty()) {
            client.namespaces().withName(namespace).delete();
        }
        client.close();
        sandbox.ifPresent(Sandbox::close);
    }
}
