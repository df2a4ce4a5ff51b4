package io.slipway.undo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.rollout.Planning;
import io.slipway.activities.step.Target;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.pipeline.Retry;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStage;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.RolloutInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Plans as another does, with a step put in after the one that is named: it fails, and all is to be undone. */
final class FailingAfter implements Planning {
    static final String FAILS = "fails-here";

    private final Planning usual;
    private final AtomicReference<String> after = new AtomicReference<>("");

    FailingAfter(Planning usual) {
        this.usual = usual;
    }

    /** From now on the plan fails after that step. */
    void after(String step) {
        after.set(step);
    }

    @Override
    public Planned plan(RolloutInput input, Target target) {
        Planned planned = usual.plan(input, target);
        return new Planned(planned.plan().map(this::failing), planned.problems());
    }

    private Plan failing(Plan plan) {
        List<PlannedStage> stages = plan.stages().stream().map(this::failing).toList();
        return new Plan(plan.header(), stages, plan.finallySteps(), plan.files());
    }

    private PlannedStage failing(PlannedStage stage) {
        if (stage.steps().stream().noneMatch(step -> step.name().equals(after.get()))) {
            return stage;
        }
        List<PlannedStep> steps = new ArrayList<>(stage.steps());
        steps.add(fails(stage.name()));
        return new PlannedStage(stage.name(), stage.description(), stage.needs(), stage.when(), steps);
    }

    private PlannedStep fails(String stage) {
        ObjectNode action = Json.mapper().createObjectNode();
        ObjectNode check = action.putArray("checks").addObject().put("check", "what nobody made is there");
        check.putObject("object").put("of", "configmap/nobody-makes-this");
        check.put("expect", "object.metadata.name == 'nobody-makes-this'");
        return new PlannedStep(
                FAILS,
                stage,
                "validate",
                "",
                List.of(),
                List.of(after.get()),
                List.of(after.get()),
                Optional.empty(),
                Optional.empty(),
                "each",
                1,
                Duration.ofMinutes(5),
                Retry.once(),
                OnFailure.UNDO,
                Optional.empty(),
                Map.of(),
                action,
                Map.of(),
                List.of(),
                List.of());
    }
}
