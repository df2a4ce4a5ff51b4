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
import java.util.ArrayList;
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
    /** Annotation with the moment for which it was made. */
    private static final String EVENT = "slipway.io/hook";

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
     * Runs the hooks of a moment. Those that go when they have succeeded go after the last, as with Helm: a Job may need
     * the account that a hook before it has made.
     *
     * @throws StepFailure at the first that fails
     */
    public void run(String event, List<Hook> hooks) throws InterruptedException {
        List<Hook> succeeded = new ArrayList<>();
        for (Hook hook : Hook.at(event, hooks)) {
            String mark = "hook " + event + " " + hook.object().ref().display();
            if (!DONE.equals(context.remembered().get(mark))) {
                try {
                    run(event, hook);
                } catch (StepFailure failed) {
                    tidy(hook, false);
                    for (Hook before : succeeded.reversed()) {
                        tidy(before, true);
                    }
                    throw failed;
                }
                context.remember(mark, DONE);
            }
            succeeded.add(hook);
        }
        for (Hook hook : succeeded.reversed()) {
            deleteAfter(hook, true);
        }
    }

    /** What cannot be cleaned up is told, and is not in the way of the failure that led to it. */
    private void tidy(Hook hook, boolean success) throws InterruptedException {
        try {
            deleteAfter(hook, success);
        } catch (StepFailure left) {
            context.recorder().warning("not cleaned up: " + left.getMessage());
        }
    }

    private Desired desired(String event, Hook hook) throws InterruptedException {
        Owner owner = Owner.of(context.task());
        Desired desired = new DesiredObjects(cluster, namespace, owner)
                .of(List.of(hook.object()))
                .getFirst();
        owner.label(desired.tree(), context.task());
        desired.tree()
                .withObjectProperty("metadata")
                .withObjectProperty("annotations")
                .put(EVENT, event);
        return desired;
    }

    private void run(String event, Hook hook) throws InterruptedException {
        Desired desired = desired(event, hook);
        context.progress("running the " + event + " hook " + desired.ref().display());
        make(event, hook, desired);
        try {
            if (RUN_TO_END.contains(desired.ref().kind())) {
                waiter.await(
                        Subjects.named(List.of(new Subjects.Named(desired.kind(), desired.ref()))),
                        WaitOptions.usual(),
                        context);
            }
        } catch (StepFailure failed) {
            throw of(event, desired, failed.failure());
        }
    }

    private void make(String event, Hook hook, Desired desired) throws InterruptedException {
        KubeApi api = cluster.api(context);
        Optional<JsonNode> known = live(desired);
        if (known.filter(this::isOurs).filter(live -> isOf(event, live)).isPresent()) {
            return;
        }
        if (known.isPresent() && !hook.deletedBefore()) {
            throw there(event, hook, desired);
        }
        if (known.isPresent()) {
            remove(desired, "");
        }
        try {
            api.apply(
                    desired.kind(),
                    desired.ref(),
                    desired.tree(),
                    ApplyOptions.as(Owner.of(context.task()).manager()).forced());
        } catch (ApiException refused) {
            throw refused.passingOrFailure("make the hook " + desired.ref().place());
        }
    }

    private Optional<JsonNode> live(Desired desired) throws InterruptedException {
        return cluster.api()
                .get(desired.kind(), desired.ref().namespace(), desired.ref().name());
    }

    /** Whether this try, perhaps by a worker that was lost, has made it. */
    private boolean isOurs(JsonNode live) {
        return live.path("metadata")
                .path("labels")
                .path(Owner.KEY)
                .asText("")
                .equals(context.task().shortKey());
    }

    /** A hook of two moments runs in each. */
    private static boolean isOf(String event, JsonNode live) {
        return live.path("metadata")
                .path("annotations")
                .path(EVENT)
                .asText(event)
                .equals(event);
    }

    /** What is there has ended long ago: applying it again would run nothing. */
    private static StepFailure there(String event, Hook hook, Desired desired) {
        return StepFailure.permanent(
                "the " + event + " hook " + desired.ref().place() + " already exists",
                "its delete policy is "
                        + String.join(", ", hook.deletion().stream().sorted().toList())
                        + ", so an earlier one is not deleted first",
                "add before-hook-creation to its helm.sh/hook-delete-policy, or delete it in an earlier step");
    }

    private void deleteAfter(Hook hook, boolean success) throws InterruptedException {
        if (hook.deletedAfter(success)) {
            Desired desired = desired("", hook);
            Optional<JsonNode> live = live(desired).filter(this::isOurs);
            if (live.isPresent()) {
                remove(desired, live.get().path("metadata").path("uid").asText(""));
            }
        }
    }

    private void remove(Desired desired, String uid) throws InterruptedException {
        new Removal(cluster, context)
                .remove(List.of(new Doomed(desired.kind(), desired.ref(), uid)), Removal.BACKGROUND);
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
