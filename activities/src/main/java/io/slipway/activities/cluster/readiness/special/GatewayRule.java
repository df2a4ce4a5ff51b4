package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.Optional;

/** A Gateway is ready when it is accepted and programmed, and so is each of its listeners. */
final class GatewayRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject gateway) {
        if (gateway.conditions().isEmpty()) {
            return Optional.empty();
        }
        Optional<Readiness> own = GatewayConditions.judge(gateway, "", gateway.conditions());
        if (own.filter(Readiness.Failed.class::isInstance).isPresent()) {
            return own;
        }
        Optional<Readiness> listeners = listeners(gateway);
        if (listeners.filter(Readiness.Failed.class::isInstance).isPresent()) {
            return listeners;
        }
        return own.or(() -> listeners).or(() -> programmed(gateway));
    }

    private static Optional<Readiness> listeners(KubeObject gateway) {
        Optional<Readiness> worst = Optional.empty();
        for (JsonNode listener : gateway.at("status.listeners")) {
            String where = "listener " + listener.path("name").asText() + ": ";
            Optional<Readiness> verdict =
                    GatewayConditions.judge(gateway, where, KubeObject.conditions(listener.path("conditions")));
            if (verdict.isPresent() && (worst.isEmpty() || verdict.get() instanceof Readiness.Failed)) {
                worst = verdict;
            }
        }
        return worst;
    }

    private static Optional<Readiness> programmed(KubeObject gateway) {
        return gateway.condition("Programmed")
                .or(() -> gateway.condition("Ready"))
                .filter(Condition::isTrue)
                .map(c -> new Readiness.Ready(c.describe()));
    }
}
