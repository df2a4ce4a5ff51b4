package io.slipway.activities.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.RolloutInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a rollout's input makes of a plan: the needs of the cluster as a first step, another {@code onFailure}, and only
 * some of the steps.
 */
final class PlanShape {
    /** The stage and step that hold the {@code cluster} block against the target before anything is changed. */
    static final String CLUSTER = "cluster";

    private static final List<String> NEEDS = List.of("platform", "version", "capacity", "apis");

    private PlanShape() {}

    static Plan of(Plan plan, RolloutInput input, List<String> problems) {
        Plan shaped = withClusterCheck(plan);
        if (!input.onFailure().isEmpty()) {
            shaped = withOnFailure(shaped, input.onFailure(), problems);
        }
        return new Selection(input.from(), input.until(), input.only()).of(shaped, problems);
    }

    private static Plan withClusterCheck(Plan plan) {
        Optional<ObjectNode> needs = plan.header().cluster().flatMap(PlanShape::needs);
        if (needs.isEmpty()
                || plan.stages().stream().anyMatch(stage -> stage.name().equals(CLUSTER))) {
            return plan;
        }
        PlannedStep step = PlannedStep.alone(
                CLUSTER,
                "preflight",
                "what the pipeline asks of its cluster",
                Duration.ofMinutes(2),
                OnFailure.PAUSE,
                needs.get());
        List<PlannedStage> stages = new ArrayList<>();
        stages.add(new PlannedStage(CLUSTER, "", List.of(), Optional.empty(), List.of(step)));
        for (PlannedStage stage : plan.stages()) {
            List<String> before = stage.needs().isEmpty() ? List.of(CLUSTER) : stage.needs();
            stages.add(new PlannedStage(stage.name(), stage.description(), before, stage.when(), stage.steps()));
        }
        return new Plan(plan.header(), stages, plan.finallySteps(), plan.files());
    }

    private static Optional<ObjectNode> needs(JsonNode cluster) {
        ObjectNode needs = Json.mapper().createObjectNode();
        NEEDS.stream().filter(cluster::hasNonNull).forEach(name -> needs.set(name, cluster.get(name)));
        return needs.isEmpty() ? Optional.empty() : Optional.of(needs);
    }

    private static Plan withOnFailure(Plan plan, String word, List<String> problems) {
        for (OnFailure each : OnFailure.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return map(plan, step -> copy(step, each, step.when()));
            }
        }
        problems.add("'onFailure' must be pause, fail, undo or continue, not '" + word + "'");
        return plan;
    }

    static Plan map(Plan plan, UnaryOperator<PlannedStep> change) {
        List<PlannedStage> stages = plan.stages().stream()
                .map(stage -> new PlannedStage(
                        stage.name(),
                        stage.description(),
                        stage.needs(),
                        stage.when(),
                        stage.steps().stream().map(change).toList()))
                .toList();
        return new Plan(plan.header(), stages, plan.finallySteps(), plan.files());
    }

    static PlannedStep copy(PlannedStep s, OnFailure onFailure, Optional<String> when) {
        return new PlannedStep(
                s.name(),
                s.stage(),
                s.verb(),
                s.description(),
                s.guide(),
                s.needs(),
                s.required(),
                when,
                s.forEach(),
                s.as(),
                s.parallel(),
                s.timeout(),
                s.retry(),
                onFailure,
                s.undo(),
                s.outputs(),
                s.action(),
                s.files(),
                s.uses(),
                s.reads());
    }
}
