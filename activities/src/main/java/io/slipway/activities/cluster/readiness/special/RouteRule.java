package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.List;
import java.util.Optional;

/** An OpenShift Route is ready when every router that has seen it has admitted it. */
final class RouteRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject route) {
        Optional<Readiness> open = Optional.empty();
        int admitted = 0;
        for (JsonNode router : route.at("status.ingress")) {
            String name = "router " + router.path("routerName").asText("?") + ": ";
            List<Condition> conditions = KubeObject.conditions(router.path("conditions"));
            for (Condition condition : conditions) {
                if (condition.type().equals("Admitted") && condition.isFalse()) {
                    return Optional.of(new Readiness.Failed(name + condition.describe()));
                }
            }
            if (conditions.stream().anyMatch(c -> c.type().equals("Admitted") && c.isTrue())) {
                admitted++;
            } else {
                open = Optional.of(new Readiness.Progressing(name + "has not admitted it yet"));
            }
        }
        if (open.isPresent()) {
            return open;
        }
        return Optional.of(
                admitted == 0
                        ? new Readiness.Progressing("no router has seen it yet")
                        : new Readiness.Ready("admitted by " + admitted + " router" + (admitted == 1 ? "" : "s")));
    }
}
