package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.Plan;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The steps of a rollout that wait for a person, read from its journal and plan while nobody carries it out. */
final class WaitingSteps {
    private static final String APPROVE = "approve";

    private WaitingSteps() {}

    /** By name. Who may approve is left open where an expression says it. */
    static Map<String, Waiting> of(Journal journal, Plan plan) {
        Map<String, Waiting> waiting = new LinkedHashMap<>();
        for (StepRecord step : journal.steps().values()) {
            boolean waits = step.status() == StepStatus.PAUSED;
            if (step.verb().equals(APPROVE) && (waits || step.status() == StepStatus.RUNNING)) {
                Ahead ahead = Ahead.of(step.outputs()).orElse(Ahead.NOTHING);
                waiting.put(step.step(), new Waiting(true, "", by(plan, step.step()), ahead));
            } else if (waits) {
                waiting.put(step.step(), Waiting.afterFailure(step.reason()));
            }
        }
        return waiting;
    }

    private static List<String> by(Plan plan, String step) {
        JsonNode names = plan.step(StepRecord.planned(step))
                .map(PlannedStep::action)
                .orElseThrow()
                .path("by");
        List<String> all = StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return all.stream().anyMatch(name -> name.contains("${{")) ? List.of() : all;
    }
}
