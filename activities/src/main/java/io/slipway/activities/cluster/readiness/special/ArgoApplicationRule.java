package io.slipway.activities.cluster.readiness.special;

import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** An Argo CD Application is ready when it is synced and healthy, and no operation is under way or has failed. */
final class ArgoApplicationRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject app) {
        Optional<Condition> error = app.conditions().stream()
                .filter(c -> c.type().endsWith("Error"))
                .findFirst();
        if (error.isPresent()) {
            return error.map(c -> new Readiness.Failed(c.type() + ": " + c.message()));
        }
        String operation = app.text("status.operationState.phase");
        if (operation.equals("Failed") || operation.equals("Error")) {
            return Optional.of(
                    new Readiness.Failed("the last sync has failed: " + app.text("status.operationState.message")));
        }
        String health = app.text("status.health.status");
        if (health.equals("Degraded")) {
            return Optional.of(new Readiness.Failed("its health is Degraded: " + app.text("status.health.message")));
        }
        String sync = app.text("status.sync.status");
        boolean calm = operation.isEmpty() || operation.equals("Succeeded");
        if (health.equals("Healthy") && sync.equals("Synced") && calm && !app.has("operation")) {
            return Optional.of(new Readiness.Ready("synced and healthy"));
        }
        return Optional.of(new Readiness.Progressing("sync " + orUnknown(sync) + ", health " + orUnknown(health)
                + (calm ? "" : ", operation " + operation)));
    }

    private static String orUnknown(String word) {
        return word.isEmpty() ? "not known yet" : word;
    }
}
