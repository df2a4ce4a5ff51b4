package io.slipway.activities.rollout;

import io.slipway.activities.step.Target;
import io.slipway.model.plan.Plan;
import io.slipway.workflows.contract.PlanBinding;
import java.util.List;
import java.util.Optional;

/** Finds out before a rollout begins why it may not: rights that are missing, or a plan that no longer fits. */
@FunctionalInterface
public interface Foresight {
    /** Looks at nothing, for verbs without a cluster. */
    Foresight NONE = (plan, target, bound, whole) -> List.of();

    /**
     * Why the plan may not be carried out, a line each.
     *
     * @param bound what the rollout is bound to
     * @param whole whether all steps of the pipeline run
     */
    List<String> problems(Plan plan, Target target, Optional<PlanBinding> bound, boolean whole)
            throws InterruptedException;
}
