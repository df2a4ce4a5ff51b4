package io.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Turns the input into a plan, and hands the plan out in pages that fit into history. */
@ActivityInterface
public interface PlanActivities {
    /** Reads, checks and plans the pipeline, or loads plan and journal of a rollout that goes on. */
    @ActivityMethod(name = "PrepareRollout")
    Prepared prepare(PrepareRequest request);

    /** Steps of the plan. */
    @ActivityMethod(name = "PlanPage")
    PlanPage planPage(String hash);

    /** Records of steps that an earlier run left. */
    @ActivityMethod(name = "JournalPage")
    StepPage journalPage(String hash);
}
