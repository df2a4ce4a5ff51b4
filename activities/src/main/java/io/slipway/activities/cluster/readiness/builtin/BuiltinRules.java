package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of Kubernetes itself whose rules count and compare; the simple ones are data, in
 * {@code packs/kubernetes.yaml}.
 */
public final class BuiltinRules {

    private static final Map<String, ReadinessRule> RULES = Map.ofEntries(
            Map.entry("/Pod", new PodRule()),
            Map.entry("/Service", new ServiceRule()),
            Map.entry("/ReplicationController", new ReplicaSetRule()),
            Map.entry("apps/ReplicaSet", new ReplicaSetRule()),
            Map.entry("extensions/ReplicaSet", new ReplicaSetRule()),
            Map.entry("apps/Deployment", new DeploymentRule()),
            Map.entry("extensions/Deployment", new DeploymentRule()),
            Map.entry("apps/StatefulSet", new StatefulSetRule()),
            Map.entry("apps/DaemonSet", new DaemonSetRule()),
            Map.entry("extensions/DaemonSet", new DaemonSetRule()),
            Map.entry("batch/Job", new JobRule()),
            Map.entry("batch/CronJob", new CronJobRule()),
            Map.entry("autoscaling/HorizontalPodAutoscaler", new HpaRule()));

    private BuiltinRules() {}

    /** The rule of {@code group/Kind}; the group is empty for the core kinds. */
    public static Optional<ReadinessRule> of(String group, String kind) {
        return Optional.ofNullable(RULES.get(group + "/" + kind));
    }
}
