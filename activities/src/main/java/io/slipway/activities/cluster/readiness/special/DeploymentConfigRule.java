package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** An OpenShift DeploymentConfig is ready when its latest replication controller has rolled out. */
final class DeploymentConfigRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject config) {
        Optional<Condition> available = config.condition("Available");
        Optional<Condition> progressing = config.condition("Progressing");
        if (available.isEmpty() && progressing.isEmpty()) {
            return Optional.of(new Readiness.Progressing("nothing has been deployed yet"));
        }
        if (progressing.filter(Condition::isFalse).isPresent()) {
            return progressing.map(c -> new Readiness.Failed(c.describe()));
        }
        boolean rolledOut = progressing
                .filter(c -> c.isTrue() && c.reason().equals("NewReplicationControllerAvailable"))
                .isPresent();
        if (rolledOut && config.number("spec.replicas", 1) == 0 && config.number("status.replicas", 0) == 0) {
            return Optional.of(new Readiness.Ready("rolled out with no replicas"));
        }
        if (rolledOut && available.filter(Condition::isTrue).isPresent()) {
            return Optional.of(counts(config));
        }
        boolean nothingWorks = available.filter(Condition::isFalse).isPresent()
                && !rolledOut
                && progressing.filter(Condition::isTrue).isEmpty();
        Condition tells =
                available.filter(c -> !c.isTrue()).or(() -> progressing).orElse(available.orElse(null));
        String reason = tells == null ? "the rollout is under way" : tells.describe();
        return Optional.of(nothingWorks ? new Readiness.Failed(reason) : new Readiness.Progressing(reason));
    }

    private static Readiness counts(KubeObject config) {
        long wanted = config.number("spec.replicas", 1);
        long available = config.number("status.availableReplicas", 0);
        return available < wanted
                ? new Readiness.Progressing(available + " of " + wanted + " replicas are available")
                : new Readiness.Ready("rolled out, " + available + " replicas are available");
    }
}
