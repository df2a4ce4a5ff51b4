package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.Target;
import io.slipway.model.json.Json;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.StepTask;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known before a run, and the tasks made of it.
 *
 * @param plan the plan
 * @param target the target
 * @param facts what the plan makes of the target
 * @param done outputs and status of steps that are done, by their names in expressions
 */
record PreviewScope(Plan plan, Target target, Prepared.TargetFacts facts, Map<String, JsonNode> done) {

    /** Names that expressions see; for an element of a loop also the element. */
    Map<String, JsonNode> names(PlannedStep step, Optional<JsonNode> each) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        plan.params().forEach(params::set);
        Map<String, JsonNode> names = new TreeMap<>();
        names.put("params", params);
        names.put("target", Json.tree(facts));
        names.put(
                "rollout",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("pipeline", plan.header().pipeline()));
        ObjectNode steps = JsonNodeFactory.instance.objectNode();
        done.forEach(steps::set);
        names.put("steps", steps);
        ObjectNode secrets = JsonNodeFactory.instance.objectNode();
        plan.header().secrets().forEach(secrets::set);
        names.put("secrets", secrets);
        each.ifPresent(element -> {
            names.put("each", element);
            names.put(step.as(), element);
        });
        return names;
    }

    StepTask task(PlannedStep step, String name, JsonNode action, Map<String, JsonNode> names) {
        return new StepTask(
                "preview",
                plan.header().pipeline(),
                name,
                step.stage(),
                step.verb(),
                1,
                facts.name(),
                facts.namespace(),
                plan.hash(),
                "",
                action,
                names,
                step.files(),
                plan.header().secrets(),
                step.timeout(),
                Clock.systemUTC().instant(),
                false,
                List.of(),
                List.of());
    }

    Optional<String> file(PlannedStep step, String path) {
        return Optional.ofNullable(step.files().get(path)).map(plan.files()::get);
    }
}
