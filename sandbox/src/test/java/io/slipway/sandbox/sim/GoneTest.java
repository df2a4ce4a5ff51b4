package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.s3.Buckets;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.Kinds;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

/** Nothing stays behind of pods and namespaces that are gone. */
class GoneTest {
    private static boolean isListenedOn(InetSocketAddress address) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void theServerOfAPodsPortEndsWithThePod() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 1));
            cluster.awaitAvailable("web");
            String pod = cluster.podNamed("web-");
            InetSocketAddress address =
                    cluster.simulation().runtime().connect(Cluster.NS, pod, 80).orElseThrow();
            assertThat(isListenedOn(address)).isTrue();
            cluster.store().delete(Kinds.DEPLOYMENT, Cluster.NS, "web", Deletion.BACKGROUND);
            Awaitility.await("port").atMost(Durations.ONE_MINUTE).until(() -> !isListenedOn(address));
        }
    }

    @Test
    void aCommandEndsWithItsContainer() throws Exception {
        try (Cluster cluster = Cluster.withFaults();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cluster.create(Kinds.DEPLOYMENT, Manifests.web("web", 1));
            cluster.awaitAvailable("web");
            String pod = cluster.podNamed("web-");
            var command = CompletableFuture.supplyAsync(
                    () -> cluster.sh(pod, "touch /tmp/began; while true; do sleep 1; done"), threads);
            Awaitility.await("the command")
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> cluster.sh(pod, "[ -f /tmp/began ]").code() == 0);
            cluster.store().delete(Kinds.POD, Cluster.NS, pod, Deletion.BACKGROUND);
            assertThat(command.orTimeout(1, TimeUnit.MINUTES).get().code()).isEqualTo(137);
        }
    }

    @Test
    void aProcessThatTheSandboxCannotCarryOnHasCrashed() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(
                    Kinds.POD,
                    "{'metadata': {'name': 'topics'}, 'spec': {'restartPolicy': 'Never', 'containers': [{'name': 'c', 'image': 'apache/kafka:3.9.0', 'command': ['kafka-topics.sh', '--bootstrap-server', 'kafka:port', '--list']}]}}");
            ObjectNode pod = cluster.await(Kinds.POD, "topics", Pods::finished);
            assertThat(Pods.phase(pod)).isEqualTo("Failed");
            assertThat(cluster.log("topics")).contains("The sandbox cannot carry this process on", "\"port\"");
        }
    }

    @Test
    void whatANamespaceKeptIsForgottenWithIt() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.create(Kinds.NAMESPACE, "{'metadata': {'name': 'lake'}}");
            Buckets buckets = new Buckets(cluster.store(), "lake");
            buckets.make("warehouse");
            buckets.put("warehouse", "a", "1");
            Buckets others = new Buckets(cluster.store(), "lake-2");
            others.make("warehouse");
            cluster.store().delete(Kinds.NAMESPACE, "", "lake", Deletion.BACKGROUND);
            Awaitility.await("buckets")
                    .atMost(Durations.ONE_MINUTE)
                    .until(() -> !buckets.exists("warehouse")
                            && buckets.get("warehouse", "a").isEmpty());
            assertThat(others.exists("warehouse")).isTrue();
        }
    }
}
