package io.slipway.activities.cluster.readiness.special;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.Condition;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.activities.cluster.readiness.rule.ReadinessRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route or policy is ready when every Gateway it is attached to has taken it. */
final class AttachmentsRule implements ReadinessRule {

    private final String list;
    private final String reference;

    /** {@code status.<list>} has an entry for each Gateway, which names it in {@code reference}. */
    AttachmentsRule(String list, String reference) {
        this.list = list;
        this.reference = reference;
    }

    @Override
    public Optional<Readiness> judge(KubeObject object) {
        List<JsonNode> entries = entries(object);
        if (entries.isEmpty()) {
            return Optional.of(new Readiness.Progressing("no Gateway has taken it up yet"));
        }
        Optional<Readiness> worst = Optional.empty();
        for (JsonNode entry : entries) {
            Optional<Readiness> verdict = entry(object, entry);
            if (verdict.isPresent() && (worst.isEmpty() || verdict.get() instanceof Readiness.Failed)) {
                worst = verdict;
            }
        }
        return worst.or(() -> Optional.of(new Readiness.Ready("taken up by " + entries.size() + " of " + list)));
    }

    /** What an older spec was attached to may stay in the status; it does not count once all wanted ones are new. */
    private List<JsonNode> entries(KubeObject object) {
        List<JsonNode> all = new ArrayList<>();
        object.at("status." + list).forEach(all::add);
        List<JsonNode> current =
                all.stream().filter(entry -> isCurrent(object, entry)).toList();
        int wanted = object.at("spec." + reference + "s").size();
        return wanted > 0 && current.size() >= wanted ? current : all;
    }

    private static boolean isCurrent(KubeObject object, JsonNode entry) {
        return KubeObject.conditions(entry.path("conditions")).stream()
                .noneMatch(c -> c.olderThan(object.generation()));
    }

    private Optional<Readiness> entry(KubeObject object, JsonNode entry) {
        String name = entry.path(reference).path("name").asText("?");
        List<Condition> conditions = KubeObject.conditions(entry.path("conditions"));
        if (conditions.isEmpty()) {
            return Optional.of(new Readiness.Progressing(name + " has not judged it yet"));
        }
        if (conditions.stream().noneMatch(c -> c.type().equals("Accepted"))) {
            return Optional.of(new Readiness.Progressing(name + " has not accepted it yet"));
        }
        return GatewayConditions.judge(object, name + ": ", conditions);
    }
}
