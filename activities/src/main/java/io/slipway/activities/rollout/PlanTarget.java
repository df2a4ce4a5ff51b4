package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.Target;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.Prepared;
import java.util.Map;

/** What a plan makes of its target: the namespace and platform of its {@code cluster} block. */
public final class PlanTarget {
    private PlanTarget() {}

    /** The facts that expressions see; which cluster it is, is not among them. */
    public static Prepared.TargetFacts facts(Plan plan, Target target) {
        return facts(plan, target, "");
    }

    /** The facts that expressions and the journal see, of the cluster with that {@link ClusterIdentity}. */
    static Prepared.TargetFacts facts(Plan plan, Target target, String cluster) {
        return new Prepared.TargetFacts(
                target.name(),
                cluster,
                namespace(plan, target),
                cluster(plan).path("platform").asText("kubernetes"),
                target.simulated(),
                target.pace().factor());
    }

    private static String namespace(Plan plan, Target target) {
        JsonNode template = cluster(plan).path("namespace");
        if (!template.isTextual()) {
            return target.namespace();
        }
        ObjectNode params = Json.mapper().createObjectNode();
        plan.params().forEach(params::set);
        try {
            return Expressions.resolve(
                            template,
                            Map.of("params", params, "target", Json.mapper().createObjectNode()))
                    .asText(target.namespace());
        } catch (ExpressionException e) {
            return target.namespace();
        }
    }

    private static JsonNode cluster(Plan plan) {
        return plan.header().cluster().orElseGet(Json.mapper()::createObjectNode);
    }
}
