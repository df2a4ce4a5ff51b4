package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;
import java.util.OptionalLong;

/** OpenKruise's workloads: like those of Kubernetes, with a pause and a partition that wait for a person. */
final class KruiseSetRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject set) {
        if (!set.has("status")) {
            return Optional.of(new Readiness.Progressing("the controller has not seen it yet"));
        }
        if (set.flag("spec.updateStrategy.paused") || set.flag("spec.updateStrategy.rollingUpdate.paused")) {
            return Optional.of(new Readiness.Progressing("its update is paused"));
        }
        return set.number("status.desiredNumberScheduled").isPresent()
                ? Optional.of(daemon(set))
                : Optional.of(replicas(set));
    }

    private static Readiness replicas(KubeObject set) {
        // Version 1alpha1 of some kinds is created before its pods are counted: then the spec tells.
        long existing = set.number("status.replicas", 0);
        long wanted = Math.max(existing, set.number("spec.replicas", 1));
        long partition = partition(set);
        long updated = set.number("status.updatedReplicas", 0);
        if (partition > 0) {
            return new Readiness.Progressing(
                    updated + " replicas are updated, partition " + partition + " holds back the rest");
        }
        OptionalLong available = first(set, "status.updatedAvailableReplicas", "status.updatedReadyReplicas");
        if (available.isEmpty()) {
            return new Readiness.Progressing("the updated replicas have not been counted yet");
        }
        if (available.getAsLong() >= wanted) {
            return new Readiness.Ready(available.getAsLong() + " updated replicas are available");
        }
        String text = available.getAsLong() + " of " + wanted + " updated replicas are available";
        boolean complains = set.conditions().stream().anyMatch(c -> c.type().startsWith("Failed") && c.isTrue());
        return complains ? new Readiness.Failed(text) : new Readiness.Progressing(text);
    }

    private static Readiness daemon(KubeObject set) {
        long wanted = set.number("status.desiredNumberScheduled", 0);
        long updated = set.number("status.updatedNumberScheduled", 0);
        long available = set.number("status.numberAvailable", 0);
        String text = updated + " of " + wanted + " nodes have the updated pod, " + available + " available";
        if (wanted == 0 || partition(set) > 0 || updated < wanted) {
            return new Readiness.Progressing(text);
        }
        if (available >= wanted) {
            return new Readiness.Ready(text);
        }
        return set.number("status.numberUnavailable", 0) > 0
                ? new Readiness.Failed(text)
                : new Readiness.Progressing(text);
    }

    private static long partition(KubeObject set) {
        return first(set, "spec.updateStrategy.rollingUpdate.partition", "spec.updateStrategy.partition")
                .orElse(0);
    }

    private static OptionalLong first(KubeObject set, String path, String other) {
        OptionalLong number = set.number(path);
        return number.isPresent() ? number : set.number(other);
    }
}
