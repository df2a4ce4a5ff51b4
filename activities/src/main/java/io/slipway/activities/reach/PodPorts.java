package io.slipway.activities.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.access.ServiceAccess;
import io.slipway.activities.cluster.api.ClientErrors;
import io.slipway.activities.step.StepFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Ways to single ports of pods: by the pod's address inside the cluster, by a port-forward from outside. */
final class PodPorts implements AutoCloseable {
    private final Cluster cluster;
    private final Map<String, LocalPortForward> tunnels = new HashMap<>();

    PodPorts(Cluster cluster) {
        this.cluster = cluster;
    }

    InetSocketAddress address(PodRef pod, int port, boolean inside) throws InterruptedException {
        if (inside) {
            return new InetSocketAddress(ip(pod), port);
        }
        synchronized (tunnels) {
            String key = pod.namespace() + "/" + pod.pod() + ":" + port;
            LocalPortForward tunnel = tunnels.get(key);
            if (tunnel == null || !tunnel.isAlive()) {
                tunnel = open(pod, port);
                tunnels.put(key, tunnel);
            }
            return new InetSocketAddress(tunnel.getLocalAddress(), tunnel.getLocalPort());
        }
    }

    private String ip(PodRef pod) throws InterruptedException {
        return cluster.api()
                .get(Cluster.PODS, pod.namespace(), pod.pod())
                .map(tree -> tree.path("status").path("podIP"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElseThrow(() -> StepFailure.of(
                        pod.display() + " has no address", "it is gone or has not started", "wait for it, then retry"));
    }

    private LocalPortForward open(PodRef pod, int port) {
        try {
            return cluster.client()
                    .pods()
                    .inNamespace(pod.namespace())
                    .withName(pod.pod())
                    .portForward(port, InetAddress.getLoopbackAddress(), 0);
        } catch (KubernetesClientException refused) {
            throw ClientErrors.asApi(refused).failure("forward port " + port + " of " + pod.display());
        }
    }

    @Override
    public void close() {
        synchronized (tunnels) {
            tunnels.forEach((where, tunnel) -> ServiceAccess.letGo(tunnel, where));
            tunnels.clear();
        }
    }
}
