package io.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Turns the input into a plan, and hands the plan out in pages that fit into history. */
@ActivityInterface
public interface PlanActivities {
    /** Reads, checks and plans the pipeline, or loads plan and journal of a rollout that goes on. */
    @ActivityMethod(name = "PrepareRollout")
    Prepared prepare(PrepareRequest request);

    /** Plans the pipeline as it is now, and holds it against what the rollout has done. Changes nothing. */
    @ActivityMethod(name = "AmendRollout")
    Amended amend(AmendCall call);

    /**
     * An amendment of a rollout.
     *
     * @param rollout its id
     * @param request what is asked
     * @param live whether it is paused in this very moment, with steps that may still run; else its process is over
     */
    record AmendCall(String rollout, AmendRequest request, boolean live) {}

    /** Steps of the plan. */
    @ActivityMethod(name = "PlanPage")
    PlanPage planPage(String hash);

    /** Records of steps that an earlier run left. */
    @ActivityMethod(name = "JournalPage")
    StepPage journalPage(String hash);
}
