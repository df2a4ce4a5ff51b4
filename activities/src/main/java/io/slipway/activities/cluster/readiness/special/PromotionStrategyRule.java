package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A PromotionStrategy is ready when every environment runs the commit that was proposed to all of them. */
final class PromotionStrategyRule implements ReadinessRule {

    @Override
    public Optional<Readiness> judge(KubeObject strategy) {
        Optional<Condition> ready = strategy.condition("Ready");
        if (ready.filter(Condition::isTrue).isEmpty()) {
            return Optional.of(ready.filter(Condition::isFalse)
                    .<Readiness>map(c -> new Readiness.Failed(c.describe()))
                    .orElseGet(() -> new Readiness.Progressing("it has not been reconciled yet")));
        }
        if (ready.get().olderThan(strategy.generation())) {
            return Optional.of(new Readiness.Progressing("its controller has not seen the newest spec yet"));
        }
        return Optional.of(environments(strategy.at("status.environments")));
    }

    private static Readiness environments(JsonNode environments) {
        if (environments.isEmpty()) {
            return new Readiness.Failed("it has no environments");
        }
        Set<String> commits = new HashSet<>();
        for (JsonNode environment : environments) {
            String branch = environment.path("branch").asText();
            String active = sha(environment, "active");
            String proposed = sha(environment, "proposed");
            if (active.isEmpty() || proposed.isEmpty() || !active.equals(proposed)) {
                return new Readiness.Progressing(
                        "environment " + branch + " runs '" + active + "', proposed is '" + proposed + "'");
            }
            commits.add(proposed);
        }
        return commits.size() == 1
                ? new Readiness.Ready(
                        "all environments run " + commits.iterator().next())
                : new Readiness.Progressing("the environments run different commits");
    }

    private static String sha(JsonNode environment, String which) {
        return environment.path(which).path("dry").path("sha").asText("");
    }
}
