package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.StepTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes the tasks that go to activities. */
final class Tasks {
    private final Run run;

    Tasks(Run run) {
        this.run = run;
    }

    StepTask of(
            Instance instance,
            int attempt,
            String merkle,
            JsonNode action,
            Map<String, JsonNode> scope,
            Duration left) {
        return task(instance, instance.step().verb(), attempt, merkle, action, scope, left, false, List.of());
    }

    StepTask undo(Instance instance, String verb, int attempt, String merkle, JsonNode action, List<String> details) {
        PlannedStep step = instance.step();
        return task(
                instance, verb, attempt, merkle, action, run.scope().of(step.uses()), step.timeout(), true, details);
    }

    private StepTask task(
            Instance instance,
            String verb,
            int attempt,
            String merkle,
            JsonNode action,
            Map<String, JsonNode> scope,
            Duration left,
            boolean undo,
            List<String> details) {
        PlannedStep step = instance.step();
        return new StepTask(
                run.rollout(),
                run.header().pipeline(),
                instance.name(),
                step.stage(),
                verb,
                attempt,
                run.target().name(),
                run.target().namespace(),
                run.prepared().plan(),
                merkle,
                action,
                scope,
                step.files(),
                run.header().secrets(),
                left,
                run.started(),
                undo,
                details,
                List.of());
    }
}
