package io.slipway.activities.scale;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Scale;
import java.util.List;
import java.util.Optional;

/** The verb {@code scale}. Its undo is also what {@code restore} asks for at the end of a stage or of the rollout. */
public final class ScaleHandler implements VerbHandler<Scale> {
    private final Clusters clusters;
    private final ReadyWaiter waiter;

    /** A handler for steps at these clusters. */
    public ScaleHandler(Clusters clusters, ReadyWaiter waiter) {
        this.clusters = clusters;
        this.waiter = waiter;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Scale action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        Calls limits = Admissible.calls(namespace, action);
        return reach.callsOn(action.of().kind(), namespace, ReadyWaiter::callsToChange)
                .and(limits);
    }

    @Override
    public Done run(Scale scale, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        NamedObject object = NamedObject.get(cluster, scale.of(), namespace(scale, context));
        Scalable workload = Scalable.of(object, scale);
        Resizing resizing = new Resizing(cluster, context);
        Optional<Mark> known = Mark.on(object, context.task());
        Mark mark = mark(scale, workload, known, resizing.isOwned(workload), context);
        boolean written = known.filter(mark::equals).isPresent() && workload.size() == mark.after();
        if (written) {
            object.changedBefore(context, List.of(workload.field()));
        } else if (mark.before() == mark.after() && known.isEmpty()) {
            object.unchanged(context);
        } else {
            new Admissible(cluster, context).check(workload, scale);
            resizing.scale(workload, mark);
            object.changed(context, List.of(workload.field()));
        }
        context.progress("waiting for " + object.ref().display() + " to have " + scale.size() + " " + workload.word());
        waiter.await(object.subject(), WaitOptions.usual(), context);
        return Done.of(summary(workload, mark), new Scale.Outputs(mark.before(), mark.after()));
    }

    /** The size before is that of the first try, or of an earlier rollout that could not put it back. */
    private static Mark mark(Scale scale, Scalable workload, Optional<Mark> known, boolean owned, StepContext context) {
        boolean restore = scale.restore().isPresent();
        long now = workload.size();
        String rollout = context.task().rollout();
        Optional<Mark> mine = known.filter(mark -> mark.isOf(context.task()));
        Optional<Mark> abandoned = known.filter(mark -> mark.isAbandoned(context.task(), now));
        abandoned.ifPresent(mark -> context.recorder()
                .warning(workload.object().ref().display() + " was still scaled to " + mark.after() + " by rollout "
                        + mark.rollout() + ", which has not restored it; the original size is " + mark.before()));
        return mine.or(() -> abandoned)
                .map(mark -> new Mark(rollout, mark.before(), scale.size(), mark.owned(), restore))
                .orElseGet(() -> new Mark(rollout, now, scale.size(), owned, restore));
    }

    private static String summary(Scalable workload, Mark mark) {
        String name = workload.object().ref().display();
        return mark.before() == mark.after()
                ? name + " has " + mark.after() + " " + workload.word() + " already"
                : name + " scaled from " + mark.before() + " to " + mark.after() + " " + workload.word();
    }

    @Override
    public Done undo(Scale scale, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        Optional<NamedObject> found = NamedObject.find(cluster, scale.of(), namespace(scale, context));
        if (found.isEmpty()) {
            return Done.of(scale.of() + " is gone; nothing to restore");
        }
        Optional<Mark> mark = Mark.on(found.get(), context.task()).filter(known -> known.isOf(context.task()));
        if (mark.isEmpty()) {
            return Done.of(scale.of() + " is as it was before");
        }
        Scalable workload = Scalable.of(found.get(), scale);
        long now = workload.size();
        new Resizing(cluster, context).putBack(workload, mark.get());
        found.get().changed(context, List.of(workload.field()));
        waiter.await(found.get().subject(), WaitOptions.usual(), context);
        return Done.of(found.get().ref().display() + " restored from " + now + " to "
                + mark.get().before() + " " + workload.word());
    }

    private static String namespace(Scale scale, StepContext context) {
        return scale.namespace().orElseGet(context::namespace);
    }
}
