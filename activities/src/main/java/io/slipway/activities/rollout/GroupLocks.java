package io.slipway.activities.rollout;

import io.slipway.workflows.contract.GroupActivities;
import java.util.Optional;

/** Where concurrency groups are held. Safe to call again after a lost answer. */
public interface GroupLocks {
    /**
     * Tries once to take the group; taking one's own group again succeeds.
     *
     * @return whether it is held now, and otherwise by whom since when
     */
    GroupActivities.Held tryAcquire(GroupActivities.Claim claim);

    /** Lets the group go; letting go what another holds does nothing. */
    void release(GroupActivities.Claim claim);

    /** The rollout that holds the group, or empty when it is free or held by a rollout of another server. */
    Optional<String> holder(GroupActivities.Claim claim);
}
