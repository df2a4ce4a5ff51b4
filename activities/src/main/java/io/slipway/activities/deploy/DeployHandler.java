package io.slipway.activities.deploy;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.apply.Applied;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.DesiredObjects;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.cluster.ownership.TakeBack;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Deploy;
import io.slipway.model.journal.Change;
import java.util.List;

/** Applies manifests server-side. */
public final class DeployHandler implements VerbHandler<Deploy> {
    private final Clusters clusters;
    private final ReadyWaiter waiter;

    /** Deploys to these clusters, with this waiter for {@code wait: true}. */
    public DeployHandler(Clusters clusters, ReadyWaiter waiter) {
        this.clusters = clusters;
        this.waiter = waiter;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Deploy action, Reach reach) {
        Calls calls = OwnedObjects.calls(reach.context());
        return action.untilReady()
                ? calls.and(Calls.ofStep(reach.context().task().step(), ReadyWaiter::calls))
                : calls;
    }

    @Override
    public Done run(Deploy action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        List<Desired> objects = desired(action, context, cluster);
        Placed placed = new OwnedObjects(cluster, context).put(objects, action.conflicts());
        if (action.untilReady()) {
            Subjects subjects = Subjects.named(placed.applied().stream()
                    .map(Applied::desired)
                    .map(each -> new Subjects.Named(each.kind(), each.ref()))
                    .toList());
            waiter.await(subjects, WaitOptions.usual(), context);
        }
        List<String> names = placed.names();
        if (names.size() < placed.changes().size()) {
            context.recorder()
                    .warning("the output 'objects' names the first %d of %d objects; the counts are of all of them"
                            .formatted(names.size(), placed.changes().size()));
        }
        return Done.of(
                placed.summary() + (placed.stale() == 0 ? "" : ", " + placed.stale() + " to be pruned"),
                new Deploy.Outputs(
                        names,
                        placed.count(Change.Kind.CREATED),
                        placed.count(Change.Kind.CONFIGURED),
                        placed.count(Change.Kind.UNCHANGED),
                        placed.stale()));
    }

    @Override
    public Done undo(Deploy action, StepContext context) throws InterruptedException {
        return new TakeBack(clusters.of(context), context).run();
    }

    /** The objects of a deploy step as they are applied; also for plans. */
    public static List<Desired> desired(Deploy action, StepContext context, Cluster cluster)
            throws InterruptedException {
        String namespace = action.namespace().orElseGet(context::namespace);
        return new DesiredObjects(cluster, namespace, Owner.of(context.task()))
                .of(new Manifests(context, action.substitute()).read(action.manifests(), action.inline()));
    }
}
