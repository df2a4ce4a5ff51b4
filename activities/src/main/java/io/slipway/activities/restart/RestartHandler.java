package io.slipway.activities.restart;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Restart;
import java.util.ArrayList;
import java.util.List;

/** The verb {@code restart}. The pod template carries the key of the try, so that nothing restarts twice. */
public final class RestartHandler implements VerbHandler<Restart> {
    private static final String MERGE = "application/merge-patch+json";
    private static final List<String> FIELDS = List.of("spec.template.metadata.annotations." + Restartable.RESTARTED);

    private final Clusters clusters;
    private final ReadyWaiter waiter;

    /** A handler for steps at these clusters. */
    public RestartHandler(Clusters clusters, ReadyWaiter waiter) {
        this.clusters = clusters;
        this.waiter = waiter;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Restart action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        List<String> kinds = action.of().map(of -> List.of(of.kind())).orElse(action.kinds());
        return reach.callsOn(kinds, List.of(), namespace, ReadyWaiter::callsToChange);
    }

    @Override
    public Done run(Restart restart, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        List<Restartable> workloads = workloads(restart, cluster, context);
        String key = context.task().shortKey();
        for (Restartable workload : workloads) {
            if (workload.restarted().equals(key)) {
                workload.object().changedBefore(context, FIELDS);
            } else {
                set(workload, key, cluster, context);
                workload.object().changed(context, FIELDS);
            }
        }
        await(workloads, context);
        List<String> revisions = new ArrayList<>();
        for (Restartable workload : workloads) {
            ObjectRef ref = workload.object().ref();
            cluster.api()
                    .get(workload.object().kind(), ref.namespace(), ref.name())
                    .map(Restartable::revision)
                    .ifPresent(revisions::add);
        }
        return Done.of(names(workloads) + " restarted", new Restart.Outputs(String.join(", ", revisions)));
    }

    /** Gives the template the annotation it had, by which the earlier revision comes back. */
    @Override
    public Done undo(Restart restart, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        List<Restartable> ours = new ArrayList<>();
        for (Restartable workload : workloads(restart, cluster, context)) {
            for (int attempt = 1; attempt <= context.task().attempt(); attempt++) {
                if (workload.restarted().equals(context.task().shortKeyOf(attempt))) {
                    ours.add(workload);
                }
            }
        }
        for (Restartable workload : ours) {
            set(workload, "", cluster, context);
        }
        await(ours, context);
        return Done.of(ours.isEmpty() ? "nothing was restarted" : names(ours) + " back at the revision before");
    }

    private static void set(Restartable workload, String key, Cluster cluster, StepContext context)
            throws InterruptedException {
        ObjectRef ref = workload.object().ref();
        try {
            cluster.api(context)
                    .patch(
                            workload.object().kind(),
                            ref,
                            MERGE,
                            Restartable.patch(key),
                            ApplyOptions.as(Owner.of(context.task()).stepManager()));
        } catch (ApiException refused) {
            throw refused.passingOrFailure("restart " + ref.place());
        }
    }

    private void await(List<Restartable> workloads, StepContext context) throws InterruptedException {
        context.progress("waiting for new pods of " + names(workloads));
        List<Subjects.Named> named = workloads.stream()
                .map(each ->
                        new Subjects.Named(each.object().kind(), each.object().ref()))
                .toList();
        if (!named.isEmpty()) {
            waiter.await(Subjects.named(named), WaitOptions.usual(), context);
        }
    }

    private static List<Restartable> workloads(Restart restart, Cluster cluster, StepContext context)
            throws InterruptedException {
        String namespace = restart.namespace().orElseGet(context::namespace);
        if (restart.of().isPresent()) {
            return List.of(new Restartable(NamedObject.get(cluster, restart.of().get(), namespace)));
        }
        String selector = restart.selector().orElseThrow();
        List<Restartable> found = new ArrayList<>();
        for (String name : restart.kinds()) {
            ApiKind kind = cluster.kinds().called(name);
            for (JsonNode tree : cluster.api().list(kind, namespace, ListQuery.labels(selector))) {
                found.add(new Restartable(new NamedObject(kind, ObjectRef.of(tree), tree)));
            }
        }
        if (found.isEmpty()) {
            throw StepFailure.of(
                    "nothing in namespace " + namespace + " has the labels " + selector,
                    "no " + String.join(", ", restart.kinds()) + " with these labels exists",
                    "correct the selector, or deploy the workloads in an earlier step");
        }
        return found;
    }

    private static String names(List<Restartable> workloads) {
        return String.join(
                ", ",
                workloads.stream().map(each -> each.object().ref().display()).toList());
    }
}
