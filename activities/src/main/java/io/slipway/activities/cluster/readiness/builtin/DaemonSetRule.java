package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A DaemonSet is ready when every node that should have its pod has an available one of the new template. */
final class DaemonSetRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject set) {
        if (set.number("status.desiredNumberScheduled").isEmpty()
                || (set.number("status.observedGeneration").isEmpty()
                        && set.generation().isPresent())) {
            return Optional.of(new Readiness.Progressing("the controller has not counted the nodes yet"));
        }
        long wanted = set.number("status.desiredNumberScheduled", 0);
        return counts(set, wanted)
                .or(() -> Optional.of(new Readiness.Ready(
                        wanted == 0 ? "no node should have its pod" : "available on " + wanted + " nodes")));
    }

    private static Optional<Readiness> counts(KubeObject set, long wanted) {
        Counts counts =
                new Counts().atLeast("nodes have its pod", set.number("status.currentNumberScheduled", 0), wanted);
        if (!set.text("spec.updateStrategy.type").equals("OnDelete")) {
            counts.atLeast("nodes have the updated pod", set.number("status.updatedNumberScheduled", 0), wanted);
        }
        return counts.atLeast("pods are ready", set.number("status.numberReady", 0), wanted)
                .atLeast("pods are available", set.number("status.numberAvailable", 0), wanted)
                .waiting();
    }
}
