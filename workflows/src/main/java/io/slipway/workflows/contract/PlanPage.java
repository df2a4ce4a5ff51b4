package io.slipway.workflows.contract;

import io.slipway.model.plan.PlannedStep;
import java.util.List;

/** Some steps of a plan, in order. */
public record PlanPage(List<PlannedStep> steps) {
    public PlanPage {
        steps = List.copyOf(steps);
    }
}
