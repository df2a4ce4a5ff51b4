package io.slipway.activities.rollout;

import io.slipway.workflows.contract.GroupActivities;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Groups among the rollouts of one process, for a target without Leases. */
public final class LocalGroupLocks implements GroupLocks {
    private final Map<String, String> holders = new ConcurrentHashMap<>();

    @Override
    public GroupActivities.Held tryAcquire(GroupActivities.Claim claim) {
        String holder = holders.computeIfAbsent(key(claim), key -> claim.rollout());
        return holder.equals(claim.rollout())
                ? new GroupActivities.Held(true, "")
                : new GroupActivities.Held(
                        false,
                        "concurrency group '" + claim.group() + "' is held by rollout '" + holder
                                + "'; follow it with: slipway watch " + holder);
    }

    @Override
    public void release(GroupActivities.Claim claim) {
        holders.remove(key(claim), claim.rollout());
    }

    @Override
    public Optional<String> holder(GroupActivities.Claim claim) {
        return Optional.ofNullable(holders.get(key(claim)));
    }

    private static String key(GroupActivities.Claim claim) {
        return claim.target() + "/" + claim.group();
    }
}
