package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlanHeader;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import io.slipway.model.spec.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of a plan for one who only looks: the waits and checks, side by side and without patience, since what was
 * deployed is meant to stand already; and the comparison of all objects with what was applied.
 */
final class LookingPlan {
    /** The stage and step that compare the cluster with the inventory. */
    static final String DRIFT = "drift";

    private static final Set<String> VERBS = Set.of("waitReady", "validate");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LookingPlan() {}

    static Plan of(Plan plan) {
        List<PlannedStage> stages = new ArrayList<>();
        for (PlannedStage stage : plan.stages()) {
            List<PlannedStep> steps = stage.steps().stream()
                    .filter(step -> VERBS.contains(step.verb()))
                    .map(LookingPlan::looking)
                    .toList();
            if (!steps.isEmpty()) {
                stages.add(new PlannedStage(stage.name(), stage.description(), List.of(), stage.when(), steps));
            }
        }
        stages.add(new PlannedStage(
                DRIFT,
                "Every object is as it was applied",
                List.of(),
                Optional.empty(),
                List.of(PlannedStep.alone(DRIFT, "validate", "", Duration.ofMinutes(5), OnFailure.CONTINUE, drift()))));
        return new Plan(header(plan.header()), stages, List.of(), plan.files());
    }

    private static PlanHeader header(PlanHeader h) {
        return new PlanHeader(
                h.pipeline(),
                h.description(),
                h.params(),
                h.profile(),
                h.cluster(),
                h.secrets(),
                h.concurrency(),
                Map.of(),
                h.rules(),
                h.guide(),
                h.notices());
    }

    private static JsonNode drift() {
        ObjectNode action = Json.mapper().createObjectNode();
        action.putArray("checks")
                .addObject()
                .put("check", "nothing differs from what was deployed")
                .putObject("drift");
        return action;
    }

    private static PlannedStep looking(PlannedStep s) {
        return new PlannedStep(
                s.name(),
                s.stage(),
                s.verb(),
                s.description(),
                s.guide(),
                List.of(),
                List.of(),
                s.when(),
                s.forEach(),
                s.as(),
                s.parallel(),
                s.verb().equals("waitReady") ? shorter(s.timeout()) : s.timeout(),
                Retry.once(),
                OnFailure.CONTINUE,
                Optional.empty(),
                s.outputs(),
                impatient(s.action()),
                s.files(),
                s.uses(),
                s.reads());
    }

    private static JsonNode impatient(JsonNode action) {
        JsonNode copy = action.deepCopy();
        for (JsonNode check : copy.path("checks")) {
            if (check instanceof ObjectNode block && block.path("within").isTextual()) {
                Duration within = shorter(Durations.parse(block.path("within").textValue()));
                block.put("within", Durations.format(within));
            }
        }
        return copy;
    }

    private static Duration shorter(Duration time) {
        return time.compareTo(PATIENCE) < 0 ? time : PATIENCE;
    }
}
