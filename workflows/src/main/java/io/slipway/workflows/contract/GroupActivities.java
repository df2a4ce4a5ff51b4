package io.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Keeps two rollouts of one concurrency group apart, by a Lease in the target. */
@ActivityInterface
public interface GroupActivities {
    /** The type of the failure when a group cannot be held, and never will be as the target is. */
    String UNHOLDABLE = "GroupUnholdable";

    /** The type of the activity that takes a group. */
    String ACQUIRE = "AcquireGroup";

    /** Takes the group, waits for it or cancels its holder, as the pipeline says. */
    @ActivityMethod(name = ACQUIRE)
    Held acquire(Claim claim);

    /** Lets the group go. Letting go what another holds does nothing. */
    @ActivityMethod(name = "ReleaseGroup")
    void release(Claim claim);

    /**
     * Who wants which group.
     *
     * @param target name of the target
     * @param group name of the group
     * @param onConflict {@code fail}, {@code queue} or {@code cancel}
     * @param rollout id of the rollout
     * @param run Temporal's first run id, which stays the same over continue-as-new
     */
    record Claim(String target, String group, String onConflict, String rollout, String run) {}

    /**
     * Whether the group is held by the one who asked.
     *
     * @param held whether it is
     * @param message who holds it since when and what to do, when it is not
     */
    record Held(boolean held, String message) {}
}
