package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
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
            if (step.status() == StepStatus.PAUSED) {
                waiting.put(step.step(), new Waiting(false, step.reason(), List.of()));
            } else if (step.status() == StepStatus.RUNNING && step.verb().equals(APPROVE)) {
                waiting.put(step.step(), new Waiting(true, "", by(plan, step.step())));
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
