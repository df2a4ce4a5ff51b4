package io.slipway.undo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Target;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.RolloutInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plans as another does, with one step at a time, and a wait for approval after each: then one can look. */
final class LookingBetween implements Planning {
    private static final String AFTER = "after-";

    private final Planning usual;

    LookingBetween(Planning usual) {
        this.usual = usual;
    }

    /** The name of the wait after a step. */
    static String after(String step) {
        return AFTER + step;
    }

    static boolean isLook(PlannedStep step) {
        return step.name().startsWith(AFTER);
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        Planned planned = usual.plan(input, target);
        return new Planned(planned.plan().map(LookingBetween::slow), planned.problems());
    }

    private static Plan slow(Plan plan) {
        List<PlannedStage> stages = new ArrayList<>();
        List<String> last = List.of();
        for (PlannedStage stage : plan.stages()) {
            stages.add(new PlannedStage(
                    stage.name(), stage.description(), both(stage.needs(), last), stage.when(), slow(stage)));
            last = List.of(stage.name());
        }
        return new Plan(plan.header(), stages, plan.finallySteps(), plan.files());
    }

    private static List<PlannedStep> slow(PlannedStage stage) {
        List<PlannedStep> steps = new ArrayList<>();
        List<String> last = List.of();
        for (PlannedStep step : stage.steps()) {
            steps.add(following(step, last));
            last = List.of(after(step.name()));
            steps.add(look(stage, step.name()));
        }
        return steps;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static PlannedStep look(PlannedStage stage, String step) {
        ObjectNode action =
                Json.mapper().createObjectNode().put("message", "look at it").put("onTimeout", "fail");
        PlannedStep look =
                PlannedStep.alone(after(step), "approve", "", Duration.ofHours(6), OnFailure.FAIL, (JsonNode) action);
        return copy(look, stage.name(), List.of(step));
    }

    private static PlannedStep following(PlannedStep step, List<String> last) {
        return copy(step, step.stage(), both(step.needs(), last));
    }

    private static PlannedStep copy(PlannedStep step, String stage, List<String> needs) {
        return new PlannedStep(
                step.name(),
                stage,
                step.verb(),
                step.description(),
                step.guide(),
                needs,
                step.required(),
                step.when(),
                step.forEach(),
                step.as(),
                step.parallel(),
                step.timeout(),
                step.retry(),
                step.onFailure(),
                step.undo(),
                step.outputs(),
                step.action(),
                step.files(),
                step.uses(),
                step.reads());
    }
}
