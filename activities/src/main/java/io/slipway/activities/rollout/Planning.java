package io.slipway.activities.rollout;

import io.slipway.activities.step.Target;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.RolloutInput;
import java.util.List;
import java.util.Optional;

/** Finds a pipeline, checks it and makes its plan. */
@FunctionalInterface
public interface Planning {
    /** The plan for an input on a target, or the list of problems. */
    Planned plan(RolloutInput input, Target target);

    /**
     * What came of planning.
     *
     * @param plan the plan; empty when there are errors
     * @param problems errors, or warnings when there is a plan; a line each with its place
     */
    record Planned(Optional<Plan> plan, List<String> problems) {
        public Planned {
            problems = List.copyOf(problems);
        }
    }
}
