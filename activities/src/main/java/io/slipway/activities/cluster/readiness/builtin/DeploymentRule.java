package io.slipway.activities.cluster.readiness.builtin;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A Deployment is ready when every replica is of the new template and available, and none of the old is left. */
final class DeploymentRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject deployment) {
        if (deployment.flag("spec.paused")) {
            return Optional.of(new Readiness.Progressing("the deployment is paused"));
        }
        return complaint(deployment)
                .or(() -> unobserved(deployment))
                .or(() -> counts(deployment))
                .or(() -> Optional.of(last(deployment)));
    }

    private static Optional<Readiness> complaint(KubeObject deployment) {
        Optional<Condition> progressing = deployment.condition("Progressing");
        if (progressing
                .filter(c -> c.reason().equals("ProgressDeadlineExceeded"))
                .isPresent()) {
            return progressing.map(c -> new Readiness.Failed(c.describe()));
        }
        // Pods that are refused may be let in later, when quota is given back: the deadline decides.
        return deployment
                .condition("ReplicaFailure")
                .or(() -> progressing.filter(Condition::isFalse))
                .filter(c -> c.isTrue() || c.type().equals("Progressing"))
                .map(c -> new Readiness.Progressing(c.describe()));
    }

    private static Optional<Readiness> unobserved(KubeObject deployment) {
        if (deployment.has("status")) {
            return Optional.empty();
        }
        return Optional.of(new Readiness.Progressing("the deployment controller has not seen it yet"));
    }

    private static Optional<Readiness> counts(KubeObject deployment) {
        long wanted = deployment.number("spec.replicas", 1);
        long updated = deployment.number("status.updatedReplicas", 0);
        return new Counts()
                .atLeast("replicas exist", deployment.number("status.replicas", 0), wanted)
                .atLeast("replicas are updated", updated, wanted)
                .atMost("old replicas are still to go", deployment.number("status.replicas", 0), updated)
                .atMost("replicas are still to go", deployment.number("status.replicas", 0), wanted)
                .atLeast("replicas are ready", deployment.number("status.readyReplicas", 0), wanted)
                .atLeast("updated replicas are available", deployment.number("status.availableReplicas", 0), updated)
                .waiting();
    }

    private static Readiness last(KubeObject deployment) {
        Optional<Condition> available = deployment.condition("Available");
        if (available.isPresent() && !available.get().isTrue()) {
            return new Readiness.Progressing(available.get().describe());
        }
        return new Readiness.Ready(deployment.number("status.availableReplicas", 0) + " replicas are available");
    }
}
