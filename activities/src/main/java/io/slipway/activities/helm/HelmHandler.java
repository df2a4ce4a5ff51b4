package io.slipway.activities.helm;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.Existing;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.helm.hook.Hook;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Helm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verb {@code helm}. */
public final class HelmHandler implements VerbHandler<Helm> {
    private final Clusters clusters;
    private final ReadyWaiter waiter;

    /** A handler for steps at these clusters, with this waiter for objects and hooks. */
    public HelmHandler(Clusters clusters, ReadyWaiter waiter) {
        this.clusters = clusters;
        this.waiter = waiter;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Helm action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        Calls space = action.createNamespace()
                ? reach.callsOn("namespace", "", "get", "create")
                : reach.callsOn("namespace", "", "get");
        Calls waits =
                action.untilReady() ? Placing.callsToWait(reach.context().task().step()) : Calls.NONE;
        return OwnedObjects.calls(reach.context())
                .and(ReleaseStore.calls(namespace))
                .and(space)
                .and(waits);
    }

    @Override
    public Done run(Helm helm, StepContext context) throws InterruptedException {
        ReleaseStep step = new ReleaseStep(helm, context, clusters.of(context), waiter);
        if (helm.uninstall()) {
            return new Uninstall(step).run();
        }
        try (Reach reach = Reach.of(clusters, context)) {
            return new Upgrade(step).run(reach);
        }
    }

    @Override
    public Done undo(Helm helm, StepContext context) throws InterruptedException {
        ReleaseStep step = new ReleaseStep(helm, context, clusters.of(context), waiter);
        if (helm.uninstall()) {
            return Done.of("an uninstalled release cannot be restored: its history is gone");
        }
        History history = step.store().load();
        Optional<Release> undone = history.madeBy(step.key()).filter(release -> release.status() == Status.DEPLOYED);
        Optional<Release> first =
                history.revisions().stream().filter(step::made).findFirst();
        Release last = history.last().orElse(null);
        if (undone.isPresent()) {
            return step.done(undone.get(), "was created before the worker was lost");
        }
        if (first.isEmpty() || ReleaseStep.wentBack(last)) {
            return Done.of("no revision of this step to revert");
        }
        if (!step.made(last) && !last.key().equals(step.key())) {
            throw StepFailure.permanent(
                    "release " + helm.release() + " is not reverted",
                    "revision " + last.version() + " was created by someone else after this step",
                    "see 'helm history " + helm.release() + "' and decide by hand, then skip this undo");
        }
        Optional<Release> before = history.ranBefore(first.get().version());
        if (before.isEmpty()) {
            return new Uninstall(step).run();
        }
        Release back = new WayBack(step).to(before.get(), step.key(), true);
        return step.done(back, "is as revision " + before.get().version() + " was");
    }

    /**
     * What a step would do to objects.
     *
     * @param objects what it wants to be there
     * @param gone what it would delete
     * @param hooks what it would make for a moment
     */
    public record Foresight(List<Desired> objects, List<ObjectRef> gone, List<Desired> hooks) {}

    /** Looks ahead, for plans; writes nothing. */
    public static Foresight foresee(Helm helm, StepContext context, Clusters clusters) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        ReleaseStep step = new ReleaseStep(helm, context, cluster, new ReadyWaiter(clusters, Diagnostician.none()));
        History history = new ReleaseStore(cluster.api(), step.namespace(), helm.release()).load();
        if (helm.uninstall()) {
            return new Foresight(List.of(), refs(new Uninstall(step).objects(history)), List.of());
        }
        try (Reach reach = Reach.of(clusters, context)) {
            Draft draft = Draft.of(step, reach, history, history.next());
            step.objects().refuseForeign(draft.objects());
            List<Desired> wanted = new ArrayList<>();
            Existing known = Existing.read(cluster, draft.definitions());
            draft.definitions().stream()
                    .filter(each -> helm.crds() == Helm.Crds.CREATE_REPLACE
                            || (helm.crds() == Helm.Crds.CREATE
                                    && known.get(each.ref()).isEmpty()))
                    .forEach(wanted::add);
            wanted.addAll(draft.objects());
            List<Doomed> gone = step.objects().left(history, history.next(), draft.objects());
            List<Desired> hooks = step.objects()
                    .definitions(draft.hooks().stream().map(Hook::object).toList());
            return new Foresight(wanted, refs(gone), hooks);
        }
    }

    private static List<ObjectRef> refs(List<Doomed> gone) {
        return gone.stream().map(Doomed::ref).toList();
    }
}
