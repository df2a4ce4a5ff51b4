package io.slipway.activities.preview;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Applier;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Action;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What the steps of a plan need of the cluster and bring for each other, collected on the way through it.
 *
 * @param rights what the account must be allowed
 * @param asksRights whether somebody will ask for them
 * @param undoes whether a failed step takes back what was done
 * @param quotas what must fit into the namespaces' quotas
 * @param images what must be in image streams
 * @param kinds kinds that steps so far define
 * @param cluster the cluster with these kinds
 */
record Needs(
        Rights rights,
        boolean asksRights,
        boolean undoes,
        Quotas quotas,
        Images images,
        List<ApiKind> kinds,
        Cluster cluster) {
    /** Nothing yet; rights are only collected when they will be asked for. */
    static Needs of(Cluster cluster, Plan plan, boolean asksRights) {
        List<ApiKind> kinds = new CopyOnWriteArrayList<>();
        return new Needs(
                new Rights(cluster),
                asksRights,
                Stream.concat(plan.steps().stream(), plan.finallySteps().stream())
                        .anyMatch(step -> step.onFailure() == OnFailure.UNDO),
                new Quotas(cluster),
                new Images(cluster),
                kinds,
                cluster.expecting(kinds));
    }

    /** What a step calls; what it cannot say yet, since an earlier step is to bring it, is left out. */
    void calls(Action action, StepContext context) throws InterruptedException {
        rights.need(context.task().step(), of(action, context));
    }

    /** The same for what takes a step back. */
    void undo(Action action, StepContext context) throws InterruptedException {
        rights.need(context.task().step(), ifUndone(of(action, context)));
    }

    private Calls of(Action action, StepContext context) throws InterruptedException {
        try {
            return asksRights ? StepRights.of(action, cluster, context) : Calls.NONE;
        } catch (StepFailure notYetKnown) {
            return Calls.NONE;
        }
    }

    /**
     * A step applies an object, and takes it back when it is undone.
     *
     * @param written whether it is not yet as it should be
     */
    void brings(String step, Desired object, boolean written) {
        ApiKind kind = object.kind();
        String namespace = object.ref().namespace();
        rights.brings(step, kind, namespace);
        rights.need(step, Applier.calls(kind, namespace, written));
        rights.need(step, ifUndone(Removal.calls(kind, namespace)));
    }

    /** A step makes an object, waits for it and takes it away again. */
    void hook(String step, Desired object) {
        ApiKind kind = object.kind();
        String namespace = object.ref().namespace();
        rights.need(step, Applier.calls(kind, namespace, true).and(ReadyWaiter.calls(kind, namespace)));
        rights.need(step, Removal.calls(kind, namespace));
    }

    /** A step deletes an object. */
    void removes(String step, ObjectRef ref) throws InterruptedException {
        Optional<ApiKind> kind = cluster.kinds().find(ref.apiVersion(), ref.kind());
        kind.ifPresent(each -> rights.need(step, Removal.calls(each, ref.namespace())));
    }

    private Calls ifUndone(Calls calls) {
        return undoes ? calls : calls.ifGranted();
    }
}
