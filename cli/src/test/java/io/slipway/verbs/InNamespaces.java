package io.slipway.verbs;

import io.slipway.activities.step.Target;
import io.slipway.activities.step.Targets;
import java.util.List;

/**
 * One cluster as many targets: the name of a target is that of its namespace.
 *
 * @param cluster the cluster
 */
record InNamespaces(Target cluster) implements Targets {
    @Override
    public Target get(String name) {
        return name.isEmpty()
                ? cluster
                : new Target(
                        name,
                        name,
                        cluster.client(),
                        cluster.pace(),
                        cluster.simulated(),
                        cluster.inside(),
                        cluster.ingress());
    }

    @Override
    public List<String> names() {
        return List.of(cluster.name());
    }
}
