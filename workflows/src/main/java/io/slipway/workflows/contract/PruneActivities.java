package io.slipway.workflows.contract;

import io.slipway.model.journal.StepResult;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Removes, once at the end of a rollout that succeeded, what no step of its plan wants any more. */
@ActivityInterface
public interface PruneActivities {
    /** Prunes, and says what went. */
    @ActivityMethod(name = "PruneObjects")
    StepResult prune(Leftovers leftovers);

    /**
     * Whose objects are looked at.
     *
     * @param target name of the target
     * @param pipeline name of the pipeline
     * @param namespace where its inventory is
     * @param plan hash of the plan; objects of other steps than its own go
     */
    record Leftovers(String target, String pipeline, String namespace, String plan) {}
}
