package io.slipway.activities.rollout;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.lease.GroupLock;
import io.slipway.activities.cluster.lease.Holder;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.workflows.contract.GroupActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Groups as Leases in the target's own namespace. A holder's identity is {@code cluster/namespace/rollout/run}: one of
 * this Temporal that is closed loses the group, a foreign one only by {@code slipway unlock}.
 */
public final class LeaseGroupLocks implements GroupLocks {
    private final StepServices services;
    private final Clusters clusters;
    private final String home;
    private final Predicate<Running> isClosed;

    /**
     * Groups held for this Temporal.
     *
     * @param home the Temporal cluster and namespace, without a slash at the end
     * @param isClosed whether a run of this Temporal is over or unknown to it
     */
    public LeaseGroupLocks(StepServices services, Clusters clusters, String home, Predicate<Running> isClosed) {
        this.services = services;
        this.clusters = clusters;
        this.home = home;
        this.isClosed = isClosed;
    }

    /** A run of a rollout on this Temporal. */
    public record Running(String rollout, String run) {}

    @Override
    public GroupActivities.Held tryAcquire(GroupActivities.Claim claim) {
        return interruptibly(() -> lock(claim)
                .acquire(identity(claim), this::closed)
                .map(holder -> held(claim, holder))
                .orElse(new GroupActivities.Held(true, "")));
    }

    private static GroupActivities.Held held(GroupActivities.Claim claim, Holder holder) {
        String rollout = running(holder.identity()).map(Running::rollout).orElse(holder.identity());
        return new GroupActivities.Held(
                false,
                "concurrency group '" + claim.group() + "' is held by rollout '" + rollout + "' since " + holder.since()
                        + "; follow it with: slipway watch " + rollout);
    }

    @Override
    public void release(GroupActivities.Claim claim) {
        interruptibly(() -> {
            lock(claim).release(identity(claim));
            return null;
        });
    }

    @Override
    public Optional<String> holder(GroupActivities.Claim claim) {
        return interruptibly(() -> lock(claim)
                .holder()
                .flatMap(holder -> running(holder.identity()))
                .map(Running::rollout));
    }

    private GroupLock lock(GroupActivities.Claim claim) {
        Target target = services.targets().get(claim.target());
        return new GroupLock(clusters.of(target), () -> {}, target.namespace(), claim.group(), services.clock());
    }

    private String identity(GroupActivities.Claim claim) {
        return home + "/" + claim.rollout() + "/" + claim.run();
    }

    /** A rollout that was resumed in another run is its own successor; any other holder is asked of Temporal. */
    private boolean closed(String identity) {
        return identity.startsWith(home + "/")
                && running(identity).filter(isClosed).isPresent();
    }

    private static Optional<Running> running(String identity) {
        String[] parts = identity.split("/", -1);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(new Running(parts[parts.length - 2], parts[parts.length - 1]));
    }

    private interface Interruptible<T> {
        T call() throws InterruptedException;
    }

    private static <T> T interruptibly(Interruptible<T> call) {
        try {
            return call.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApplicationFailure.newFailureWithCause("the worker is stopping", "WorkerStopping", e);
        } catch (KubernetesClientException e) {
            throw ApplicationFailure.newFailure(
                    "the concurrency group cannot be held in the target: " + e.getMessage(), "ClusterUnavailable");
        }
    }
}
