package io.slipway.activities.rollout;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.lease.GroupLock;
import io.slipway.activities.cluster.lease.Holder;
import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.step.StepServices;
import io.slipway.activities.step.Target;
import io.slipway.workflows.contract.GroupActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/**
 * Groups as Leases in the target's own namespace, held under a {@link HolderName}. A holder that is known to be over
 * loses the group; a foreign one keeps it until {@code slipway unlock}.
 */
public final class LeaseGroupLocks implements GroupLocks {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final StepServices services;
    private final Clusters clusters;
    private final GroupServer server;

    /** Groups held for rollouts of that server. */
    public LeaseGroupLocks(StepServices services, Clusters clusters, GroupServer server) {
        this.services = services;
        this.clusters = clusters;
        this.server = server;
    }

    @Override
    public GroupActivities.Held tryAcquire(GroupActivities.Claim claim) {
        try {
            return interruptibly(() -> lock(claim)
                    .acquire(name(claim).identity(), server.trail(claim.rollout()), this::isOver)
                    .map(holder -> held(claim, holder))
                    .orElse(new GroupActivities.Held(true, "")));
        } catch (ApplicationFailure e) {
            if (e.getCause() instanceof KubernetesClientException refused) {
                unholdable(claim, refused).ifPresent(never -> {
                    throw never;
                });
            }
            throw e;
        }
    }

    /** No wait makes a namespace or a right; all else may pass by itself. */
    private Optional<ApplicationFailure> unholdable(GroupActivities.Claim claim, KubernetesClientException refused) {
        String fix = refused.getCode() == NOT_FOUND
                ? "create the namespace, or set another one in the kube context"
                : "allow the account to get, create and update leases there";
        return Optional.of(refused.getCode())
                .filter(code -> code == NOT_FOUND || code == FORBIDDEN)
                .map(code -> ApplicationFailure.newNonRetryableFailure(
                        "concurrency group '" + claim.group() + "' cannot be acquired in namespace '"
                                + services.targets().get(claim.target()).namespace() + "' of target '" + claim.target()
                                + "': " + refused.getMessage() + "; " + fix,
                        GroupActivities.UNHOLDABLE));
    }

    private GroupActivities.Held held(GroupActivities.Claim claim, Holder holder) {
        return new GroupActivities.Held(
                false,
                "concurrency group '" + claim.group() + "' is held by " + holder.text() + "; " + advice(claim, holder));
    }

    private String advice(GroupActivities.Claim claim, Holder holder) {
        String follow = holder.trail().follow().isEmpty()
                ? "slipway watch " + holder.rollout()
                : holder.trail().follow();
        String unlock = standing(holder.identity()) == Standing.FOREIGN
                ? "; it is not asked from here whether that has ended: if it is, slipway unlock '" + claim.group()
                        + "' --target " + claim.target()
                : "";
        return "follow it with: " + follow + unlock;
    }

    @Override
    public void release(GroupActivities.Claim claim) {
        interruptibly(() -> {
            lock(claim).release(name(claim).identity());
            return null;
        });
    }

    @Override
    public Optional<String> holder(GroupActivities.Claim claim) {
        return interruptibly(() -> lock(claim)
                .holder()
                .flatMap(holder -> HolderName.of(holder.identity()))
                .filter(holder -> holder.server().equals(server.name()))
                .map(HolderName::rollout));
    }

    private GroupLock lock(GroupActivities.Claim claim) {
        Target target = services.targets().get(claim.target());
        return new GroupLock(clusters.of(target), () -> {}, target.namespace(), claim.group(), services.clock());
    }

    private HolderName name(GroupActivities.Claim claim) {
        return new HolderName(server.name(), claim.rollout(), claim.run());
    }

    private boolean isOver(String identity) {
        return standing(identity) == Standing.OVER;
    }

    private Standing standing(String identity) {
        return HolderName.of(identity).map(server::standing).orElse(Standing.FOREIGN);
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
            throw ApplicationFailure.newFailureWithCause(
                    "the concurrency group cannot be acquired in the target: " + e.getMessage(),
                    "ClusterUnavailable",
                    e);
        }
    }
}
