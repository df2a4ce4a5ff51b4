package io.slipway.sandbox.flink;

import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All Flink clusters of the sandbox. With high availability a cluster outlives its JobManager pod, otherwise not. */
final class FlinkClusters {
    private final Services services;
    private final SimulatorState state;
    private final Map<String, Held> clusters = new ConcurrentHashMap<>();

    FlinkClusters(Services services) {
        this.services = services;
        this.state = new SimulatorState(services.store(), "flink");
    }

    /** The cluster of a JobManager or, with high availability, of a TaskManager. */
    FlinkCluster of(Container container) {
        FlinkConfig config = FlinkConfig.of(container);
        String id = config.highAvailability() ? config.get("kubernetes.cluster-id", "default") : container.podUid();
        String key = container.namespace() + "." + id;
        String namespace = services.store()
                .view(Kinds.NAMESPACE, "", container.namespace())
                .map(Meta::uid)
                .orElse("");
        return clusters.compute(
                        key,
                        (name, held) -> held != null && held.namespace().equals(namespace)
                                ? held
                                : new Held(namespace, new FlinkCluster(name, services, state)))
                .cluster();
    }

    /** A cluster, and the namespace it is of: another one of its name knows nothing of it. */
    private record Held(String namespace, FlinkCluster cluster) {}

    /** The cluster led by a JobManager pod. */
    Optional<FlinkCluster> ledBy(String podUid) {
        return clusters.values().stream()
                .map(Held::cluster)
                .filter(cluster -> cluster.leader()
                        .filter(leader -> leader.container().podUid().equals(podUid))
                        .isPresent())
                .findFirst();
    }
}
