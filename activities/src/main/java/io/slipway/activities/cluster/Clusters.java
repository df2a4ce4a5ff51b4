package io.slipway.activities.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clusters of a worker: one {@link Cluster} for each client, made when first asked for. */
public final class Clusters implements AutoCloseable {
    private final Map<KubernetesClient, Cluster> known = new ConcurrentHashMap<>();

    /** The cluster of a target. */
    public Cluster of(Target target) {
        return known.computeIfAbsent(target.client(), Cluster::new);
    }

    /** The cluster of a step's target. */
    public Cluster of(StepContext context) {
        return of(context.target());
    }

    /** Lets go of a target whose client is about to be closed. */
    public void forget(Target target) {
        Cluster cluster = known.remove(target.client());
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    public void close() {
        known.values().forEach(Cluster::close);
        known.clear();
    }
}
