package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A ReplicaSet or ReplicationController is ready when as many pods as wanted are available, and no more. */
final class ReplicaSetRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject set) {
        Optional<Readiness> failed =
                set.condition("ReplicaFailure").filter(Condition::isTrue).map(c -> new Readiness.Failed(c.describe()));
        return failed.or(() -> counts(set))
                .or(() -> Optional.of(new Readiness.Ready(set.number("spec.replicas", 1) + " replicas are available")));
    }

    private static Optional<Readiness> counts(KubeObject set) {
        if (!set.has("status")) {
            return Optional.of(new Readiness.Progressing("its controller has not seen it yet"));
        }
        long wanted = set.number("spec.replicas", 1);
        return new Counts()
                .atLeast("replicas exist", set.number("status.replicas", 0), wanted)
                .atLeast("replicas carry the labels", set.number("status.fullyLabeledReplicas", 0), wanted)
                .atLeast("replicas are ready", set.number("status.readyReplicas", 0), wanted)
                .atLeast("replicas are available", set.number("status.availableReplicas", 0), wanted)
                .atMost("replicas are still to go", set.number("status.replicas", 0), wanted)
                .waiting();
    }
}
