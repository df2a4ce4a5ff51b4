package io.slipway.activities.helm.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.DesiredObjects;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the hooks of a moment, one after another. A Job or Pod must succeed; other objects are only made. One that was
 * started under the same key is followed, and one that is done is not run again.
 */
public final class HookRunner {
    private static final Set<String> RUN_TO_END = Set.of("Job", "Pod");
    private static final String DONE = "done";

    private final Cluster cluster;
    private final StepContext context;
    private final ReadyWaiter waiter;
    private final String namespace;

    /** Runs hooks in a step; those that name no namespace go into this one. */
    public HookRunner(Cluster cluster, StepContext context, ReadyWaiter waiter, String namespace) {
        this.cluster = cluster;
        this.context = context;
        this.waiter = waiter;
        this.namespace = namespace;
    }

    /**
     * Runs the hooks of a moment.
     *
     * @throws StepFailure at the first that fails
     */
    public void run(String event, List<Hook> hooks) throws InterruptedException {
        for (Hook hook : Hook.at(event, hooks)) {
            String mark = "hook " + event + " " + hook.object().ref().display();
            if (!DONE.equals(context.remembered().get(mark))) {
                run(event, hook);
                context.remember(mark, DONE);
            }
        }
    }

    private void run(String event, Hook hook) throws InterruptedException {
        Owner owner = Owner.of(context.task());
        Desired desired = new DesiredObjects(cluster, namespace, owner)
                .of(List.of(hook.object()))
                .getFirst();
        owner.label(desired.tree(), context.task());
        context.progress("running the " + event + " hook " + desired.ref().display());
        make(hook, desired, owner);
        try {
            if (RUN_TO_END.contains(desired.ref().kind())) {
                waiter.await(
                        Subjects.named(List.of(new Subjects.Named(desired.kind(), desired.ref()))),
                        WaitOptions.usual(),
                        context);
            }
        } catch (StepFailure failed) {
            deleteAfter(hook, desired, false);
            throw of(event, desired, failed.failure());
        }
        deleteAfter(hook, desired, true);
    }

    private void make(Hook hook, Desired desired, Owner owner) throws InterruptedException {
        KubeApi api = cluster.api(context);
        Optional<JsonNode> known =
                api.get(desired.kind(), desired.ref().namespace(), desired.ref().name());
        boolean ours = known.filter(live -> live.path("metadata")
                        .path("labels")
                        .path(Owner.KEY)
                        .asText("")
                        .equals(context.task().shortKey()))
                .isPresent();
        if (ours) {
            return;
        }
        if (known.isPresent() && hook.deletedBefore()) {
            remove(desired);
        }
        try {
            api.apply(
                    desired.kind(),
                    desired.ref(),
                    desired.tree(),
                    ApplyOptions.as(owner.manager()).forced());
        } catch (ApiException refused) {
            throw refused.passingOrFailure("make the hook " + desired.ref().place());
        }
    }

    private void deleteAfter(Hook hook, Desired desired, boolean success) throws InterruptedException {
        if (hook.deletedAfter(success)) {
            remove(desired);
        }
    }

    private void remove(Desired desired) throws InterruptedException {
        new Removal(cluster, context)
                .remove(List.of(new Doomed(desired.kind(), desired.ref(), "")), Removal.BACKGROUND);
    }

    private static StepFailure of(String event, Desired desired, Failure failure) {
        return new StepFailure(new Failure(
                "the " + event + " hook " + desired.ref().place() + " failed: " + failure.message(),
                desired.ref().display(),
                failure.cause(),
                failure.fix(),
                failure.findings(),
                failure.retryable()));
    }
}
