package io.slipway.activities.cluster.apply;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Conflicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Applies many objects: group by group, side by side inside a group. */
public final class Applier {
    private static final int AT_A_TIME = 16;

    private final Cluster cluster;
    private final StepContext context;
    private final OneObject one;

    /**
     * What applying objects of a kind asks.
     *
     * @param written whether one of them is not yet as it should be; server-side apply asks for {@code create} and {@code
     *     patch} when it is not there
     */
    public static Calls calls(ApiKind kind, String namespace, boolean written) {
        Calls read = Calls.on(kind, namespace, "get")
                .and(Calls.on(kind, namespace, "list").ifGranted())
                .and(kind.kind().equals("CustomResourceDefinition") ? ObjectWait.calls(kind, namespace) : Calls.NONE);
        return written ? read.and(Calls.on(kind, namespace, "create", "patch")) : read;
    }

    /** Applies for an owner in a step. */
    public Applier(Cluster cluster, StepContext context, Owner owner, Conflicts conflicts) {
        this.cluster = cluster;
        this.context = context;
        this.one = new OneObject(cluster.api(context), owner, conflicts);
    }

    /** Applies objects in a sound order; as {@link #apply(List, Existing, Consumer)} when nobody need be told. */
    public List<Applied> apply(List<Desired> objects, Existing before) throws InterruptedException {
        return apply(objects, before, applied -> {});
    }

    /**
     * Applies objects in a sound order.
     *
     * @param before the objects as they are
     * @param told of each object as soon as it is applied, by several threads
     * @return what became of each, in the order of application
     * @throws io.slipway.activities.step.StepFailure at the first that is refused, with object, place, cause and fix
     */
    public List<Applied> apply(List<Desired> objects, Existing before, Consumer<Applied> told)
            throws InterruptedException {
        List<Applied> done = new ArrayList<>(objects.size());
        for (ApplyOrder group : ApplyOrder.values()) {
            List<Desired> members =
                    objects.stream().filter(each -> each.order() == group).toList();
            if (!members.isEmpty()) {
                context.progress("applying %d of %d objects: %s"
                        .formatted(members.size(), objects.size(), group.name().toLowerCase(Locale.ROOT)));
                done.addAll(Parallel.map(members, AT_A_TIME, each -> told(each, before, told)));
                if (group == ApplyOrder.DEFINITIONS) {
                    new Establishment(cluster, context).await(members);
                }
            }
        }
        return done;
    }

    private Applied told(Desired desired, Existing before, Consumer<Applied> told) throws InterruptedException {
        Applied applied = one.apply(desired, before.get(desired.ref()));
        told.accept(applied);
        return applied;
    }
}
