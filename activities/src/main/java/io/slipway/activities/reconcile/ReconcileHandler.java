package io.slipway.activities.reconcile;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Reconcile;
import io.slipway.model.spec.Ref;
import java.time.Duration;
import java.util.Optional;

/** The verb {@code reconcile}. */
public final class ReconcileHandler implements VerbHandler<Reconcile> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** A source that a step of the pipeline brings may be the object's own. */
    private static final String SOURCES = "source.toolkit.fluxcd.io";

    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public ReconcileHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Reconcile action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        Optional<ApiKind> kind = reach.cluster().kinds().perhaps(action.flux().kind());
        if (kind.isEmpty()) {
            return Calls.NONE;
        }
        Calls calls = calls(kind.get(), namespace)
                .and(Calls.ofStep("", (each, where) -> each.group().equals(SOURCES) ? calls(each, where) : Calls.NONE));
        Optional<FluxObject.Other> source = action.revision().isEmpty()
                ? Optional.empty()
                : NamedObject.find(reach.cluster(), action.flux(), namespace)
                        .map(FluxObject::new)
                        .flatMap(FluxObject::source);
        Optional<ApiKind> sources = source.isEmpty()
                ? Optional.empty()
                : reach.cluster().kinds().perhaps(source.get().name().kind());
        return sources.map(each -> calls.and(calls(each, source.get().namespace())))
                .orElse(calls);
    }

    private static Calls calls(ApiKind kind, String namespace) {
        return Calls.on(kind, namespace, "get", "patch").and(ObjectWait.calls(kind, namespace));
    }

    @Override
    public Done run(Reconcile reconcile, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = reconcile.namespace().orElseGet(context::namespace);
        FluxObject object = look(cluster, reconcile.flux(), namespace);
        Requests requests = new Requests(cluster, context);
        if (reconcile.revision().isPresent() && object.source().isPresent()) {
            source(object.source().get(), cluster, requests, context);
        }
        requests.ask(object.object(), reconcile.force());
        FluxObject end = await(object, reconcile.revision(), requests.token(), cluster, context);
        return Done.of(
                object.object().ref().display() + " is ready at " + end.revision(),
                new Reconcile.Outputs(end.revision()));
    }

    private static FluxObject look(Cluster cluster, Ref name, String namespace) throws InterruptedException {
        FluxObject object = new FluxObject(NamedObject.get(cluster, name, namespace));
        String place = object.object().ref().place();
        if (!object.isFlux()) {
            throw StepFailure.permanent(
                    place + " is not a Flux object",
                    "its API is " + object.object().ref().apiVersion() + ", which is not a Flux API",
                    "name a HelmRelease, Kustomization, GitRepository, OCIRepository, HelmRepository or Bucket");
        }
        if (object.isSuspended()) {
            throw StepFailure.of(
                    place + " is suspended",
                    "spec.suspend is true, so Flux leaves it alone",
                    "resume it: flux resume " + object.object().ref().display().replace('/', ' ') + " -n " + namespace
                            + ", or by a patch step");
        }
        return object;
    }

    /** The revision can only be applied once its source has it. */
    private static void source(FluxObject.Other source, Cluster cluster, Requests requests, StepContext context)
            throws InterruptedException {
        FluxObject object = look(cluster, source.name(), source.namespace());
        requests.ask(object.object(), false);
        await(object, Optional.empty(), requests.token(), cluster, context);
    }

    private static FluxObject await(
            FluxObject first, Optional<String> revision, String token, Cluster cluster, StepContext context)
            throws InterruptedException {
        FluxObject[] last = {first};
        long unreadySince = 0;
        while (!context.left().isZero()) {
            NamedObject named = first.object();
            Optional<FluxObject> ready = new ObjectWait(cluster, context)
                    .until(named.kind(), named.ref().namespace(), interval(context), objects -> {
                        ObjectWait.named(objects, named.ref().name())
                                .map(tree -> new FluxObject(new NamedObject(named.kind(), named.ref(), tree)))
                                .ifPresent(seen -> last[0] = seen);
                        return Optional.of(last[0]).filter(seen -> isThere(seen, revision, token));
                    });
            if (ready.isPresent()) {
                return ready.get();
            }
            FluxObject seen = last[0];
            context.progress(named.ref().display() + ": " + seen.story());
            boolean failing =
                    seen.hasHandled(token) && seen.isUnready() && !seen.reason().equals("DependencyNotReady");
            unreadySince = !failing ? 0 : unreadySince == 0 ? System.nanoTime() : unreadySince;
            boolean lasting =
                    failing && System.nanoTime() - unreadySince > grace(context).toNanos();
            if (seen.hasHandled(token) && seen.isStalled() || lasting) {
                throw failed(seen, cluster, "is not ready");
            }
        }
        throw failed(last[0], cluster, overdue(last[0], revision, token));
    }

    private static boolean isThere(FluxObject seen, Optional<String> revision, String token) {
        return seen.hasHandled(token)
                && seen.isReady()
                && revision.map(seen::isAt).orElse(true);
    }

    private static Duration interval(StepContext context) {
        return atLeast(context.target().pace().wall(LOOK_AGAIN), context);
    }

    private static Duration grace(StepContext context) {
        return atLeast(context.target().pace().wall(GRACE), context);
    }

    private static Duration atLeast(Duration wall, StepContext context) {
        Duration most = wall.compareTo(LEAST) < 0 ? LEAST : wall;
        return most.compareTo(context.left()) < 0 ? most : context.left();
    }

    private static String overdue(FluxObject seen, Optional<String> revision, String token) {
        if (!seen.hasHandled(token)) {
            return "was not reconciled within the step's timeout";
        }
        return seen.isReady()
                ? "is at revision " + seen.revision() + " instead of " + revision.orElse("")
                : "is not ready within the step's timeout";
    }

    private static StepFailure failed(FluxObject seen, Cluster cluster, String what) throws InterruptedException {
        Optional<String> blocker = new Blocker(cluster).of(seen);
        String kind = seen.object().ref().kind();
        String cause = blocker.map(name -> "it waits for " + name).orElseGet(seen::story);
        String fix = blocker.isPresent()
                ? "fix that object first, then retry the step"
                : "see its conditions and events: kubectl describe "
                        + seen.object().ref().display() + " -n "
                        + seen.object().ref().namespace() + "; the controller of " + kind + " must be running";
        return StepFailure.of(seen.object().ref().place() + " " + what, cause, fix);
    }
}
