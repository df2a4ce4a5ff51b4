package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/**
 * A StatefulSet is ready when all its pods are, and those that should have the new template have it.
 *
 * <p>With {@code OnDelete} a person replaces the pods, so only their number counts. With a partition only the pods
 * from that ordinal on are to be new.
 */
final class StatefulSetRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject set) {
        if (!set.has("status")) {
            return Optional.of(new Readiness.Progressing("the controller has not seen it yet"));
        }
        return counts(set)
                .or(() -> update(set))
                .or(() -> Optional.of(new Readiness.Ready(set.number("spec.replicas", 1) + " replicas are ready")));
    }

    private static Optional<Readiness> counts(KubeObject set) {
        long wanted = set.number("spec.replicas", 1);
        Counts counts = new Counts()
                .atLeast("replicas exist", set.number("status.replicas", 0), wanted)
                .atLeast("replicas are ready", set.number("status.readyReplicas", 0), wanted)
                .atMost("replicas are still to go", set.number("status.replicas", 0), wanted);
        if (set.number("spec.minReadySeconds", 0) > 0 && set.has("status.availableReplicas")) {
            counts.atLeast("replicas are available", set.number("status.availableReplicas", 0), wanted);
        }
        return counts.waiting();
    }

    private static Optional<Readiness> update(KubeObject set) {
        if (set.text("spec.updateStrategy.type").equals("OnDelete")) {
            return Optional.empty();
        }
        long partition = set.number("spec.updateStrategy.rollingUpdate.partition", 0);
        long updated = set.number("status.updatedReplicas", 0);
        if (partition > 0) {
            long due = Math.max(0, set.number("spec.replicas", 1) - partition);
            return new Counts()
                    .atLeast("replicas above the partition are updated", updated, due)
                    .waiting();
        }
        String current = set.text("status.currentRevision");
        String wanted = set.text("status.updateRevision");
        if (current.equals(wanted)) {
            long replicas = set.number("spec.replicas", 1);
            long atCurrent = set.number("status.currentReplicas", replicas);
            return new Counts()
                    .atLeast("replicas are of the current revision", Math.max(atCurrent, updated), replicas)
                    .waiting();
        }
        return Optional.of(new Readiness.Progressing(
                "rolling from revision " + current + " to " + wanted + ", " + updated + " replicas updated"));
    }
}
