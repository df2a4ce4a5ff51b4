package io.slipway.workflows.contract;

import io.slipway.model.journal.Ahead;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks at what is still to come, for those who are asked to approve it. */
@ActivityInterface
public interface ApprovalActivities {
    /**
     * What the steps that follow the one that asks would do at the target now. Only reads.
     *
     * @throws io.temporal.failure.ApplicationFailure when the plan is not in the worker's blob store
     */
    @ActivityMethod(name = "LookAhead")
    Ahead lookAhead(Question question);

    /**
     * Who asks for what.
     *
     * @param rollout id of the rollout
     * @param step the step that asks
     * @param plan hash of the rollout's plan
     * @param target name of the target
     * @param whole whether what no step wants any more is pruned at the end
     * @param shown hash of what was shown before; empty the first time
     */
    record Question(String rollout, String step, String plan, String target, boolean whole, String shown) {}
}
