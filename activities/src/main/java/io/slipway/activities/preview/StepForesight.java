package io.slipway.activities.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.build.BuildHandler;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.ApplyPreview;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.ObjectState;
import io.slipway.activities.cluster.apply.Preview;
import io.slipway.activities.cluster.kinds.DefinedKinds;
import io.slipway.activities.cluster.manifest.Manifest;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.delete.DeleteHandler;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.helm.HelmHandler;
import io.slipway.activities.preflight.PreflightHandler;
import io.slipway.activities.route.RouteHandler;
import io.slipway.activities.step.PreviewContext;
import io.slipway.model.action.Action;
import io.slipway.model.action.Build;
import io.slipway.model.action.Check;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Delete;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Helm;
import io.slipway.model.action.JobForm;
import io.slipway.model.action.Preflight;
import io.slipway.model.action.Route;
import io.slipway.model.action.RunJob;
import io.slipway.model.action.Secret;
import io.slipway.model.action.TestJob;
import io.slipway.model.action.Validate;
import io.slipway.model.journal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one step would do to objects, verb by verb. Verbs that change no objects of ours have nothing to tell. */
final class StepForesight {
    private final Clusters clusters;
    private final PreviewContext context;
    private final LateValues values;
    private final Cluster cluster;
    private final Needs needs;
    private final boolean dryRuns;
    private final Set<ObjectRef> desired = new TreeSet<>();

    StepForesight(Clusters clusters, PreviewContext context, LateValues values, Needs needs, boolean dryRuns) {
        this.clusters = clusters;
        this.context = context;
        this.values = values;
        this.needs = needs;
        this.dryRuns = dryRuns;
        this.cluster = needs.cluster();
    }

    /** The objects that the step wants to be there. */
    Set<ObjectRef> desired() {
        return desired;
    }

    List<ObjectPreview> objects(Action action) throws InterruptedException {
        needs.calls(action, context);
        needs.images().options(context.task().step(), context.task().action(), context.namespace());
        return switch (action) {
            case Deploy deploy -> applied(DeployHandler.desired(deploy, context, cluster), deploy.conflicts());
            case Build build -> build(build);
            case Route route -> route(route);
            case Secret secret -> List.of(secret(secret));
            case Delete delete
            when dryRuns ->
                DeleteHandler.found(delete, context, cluster).stream()
                        .map(ref -> ObjectPreview.of(ref, Effect.DELETE))
                        .toList();
            case Helm helm when dryRuns || needs.asksRights() -> helm(helm);
            case Preflight preflight
            when dryRuns -> {
                new PreflightHandler(clusters).run(preflight, context);
                yield List.of();
            }
            case TestJob test when dryRuns -> job(test.job());
            case RunJob run when dryRuns -> job(run.job());
            default -> List.of();
        };
    }

    private List<ObjectPreview> build(Build build) throws InterruptedException {
        List<Desired> objects = BuildHandler.desired(build, context, cluster);
        BuildHandler.config(build, context, cluster)
                .ifPresent(config -> needs.images().builds(context.task().step(), config, context.namespace()));
        return applied(objects, Conflicts.FAIL);
    }

    /** Of the object of a job only the images are looked at: it is made in the run, under the run's name. */
    private List<ObjectPreview> job(JobForm form) {
        for (Manifest manifest : JobManifests.of(form, context)) {
            ObjectRef ref = manifest.ref();
            String namespace = ref.namespace().isEmpty() ? context.namespace() : ref.namespace();
            needs.images()
                    .want(
                            context.task().step(),
                            new ObjectRef(ref.apiVersion(), ref.kind(), namespace, ref.name()),
                            manifest.tree());
        }
        return List.of();
    }

    static List<String> checks(Action action) {
        return action instanceof Validate validate
                ? validate.checks().stream().map(Check::name).toList()
                : List.of();
    }

    private List<ObjectPreview> applied(List<Desired> objects, Conflicts conflicts) throws InterruptedException {
        String step = context.task().step();
        ApplyPreview preview = new ApplyPreview(cluster, Owner.of(context.task()), conflicts);
        objects.forEach(each -> desired.add(each.ref().key()));
        objects.forEach(each -> needs.kinds().addAll(DefinedKinds.of(each.tree())));
        needs.quotas().want(step, objects);
        objects.forEach(each -> needs.images().want(step, each.ref(), each.tree()));
        if (!dryRuns) {
            if (needs.asksRights()) {
                Set<ObjectRef> unchanged = unchanged(preview, objects);
                objects.forEach(each ->
                        needs.brings(step, each, !unchanged.contains(each.ref().key())));
            }
            return List.of();
        }
        List<Desired> known = new ArrayList<>();
        List<ObjectPreview> previews = new ArrayList<>();
        for (Desired each : objects) {
            if (holdsUnknown(each.tree())) {
                previews.add(cluster.api()
                        .get(each.kind(), each.ref().namespace(), each.ref().name())
                        .map(live -> ObjectPreview.of(each.ref(), Effect.UNKNOWN, ObjectState.of(live)))
                        .orElseGet(() -> ObjectPreview.of(each.ref(), Effect.CREATE)));
            } else {
                known.add(each);
            }
        }
        List<Preview> seen = preview.of(known);
        seen.stream().map(ObjectPreview::of).forEach(previews::add);
        Set<ObjectRef> written = objects.stream().map(each -> each.ref().key()).collect(Collectors.toSet());
        seen.stream()
                .filter(each -> each.kind() == Change.Kind.UNCHANGED)
                .forEach(each -> written.remove(each.ref().key()));
        objects.forEach(
                each -> needs.brings(step, each, written.contains(each.ref().key())));
        return previews;
    }

    /** What stands as it should is not written, and needs no right to be. */
    private static Set<ObjectRef> unchanged(ApplyPreview preview, List<Desired> objects) throws InterruptedException {
        try {
            return preview.unchanged(objects);
        } catch (ApiException e) {
            if (e.code() == 403 || e.code() == 404) {
                return Set.of(); // it may not even be read, or its kind is still to come
            }
            throw e;
        }
    }

    private List<ObjectPreview> helm(Helm action) throws InterruptedException {
        HelmHandler.Foresight foresight = HelmHandler.foresee(action, context, clusters);
        List<ObjectPreview> previews = new ArrayList<>(applied(foresight.objects(), action.conflicts()));
        for (ObjectRef gone : foresight.gone()) {
            needs.removes(context.task().step(), gone);
        }
        for (Desired hook : foresight.hooks()) {
            needs.hook(context.task().step(), hook);
        }
        foresight.gone().forEach(ref -> previews.add(ObjectPreview.of(ref, Effect.DELETE)));
        return previews;
    }

    /** Without its Service, which an earlier step may bring, a Route cannot be written yet; it would be made then. */
    private List<ObjectPreview> route(Route action) throws InterruptedException {
        if (cluster.api()
                .get(Cluster.SERVICES, context.namespace(), action.service())
                .isPresent()) {
            return applied(RouteHandler.desired(action, context, cluster), Conflicts.FAIL);
        }
        ObjectRef ref = RouteHandler.made(action, context, cluster);
        desired.add(ref.key());
        return List.of(ObjectPreview.of(ref, Effect.CREATE));
    }

    private boolean holdsUnknown(JsonNode tree) {
        return !values.unknown().isEmpty() && tree.toString().contains(LateValues.MARK);
    }

    /** Values are made or fetched in the run only, so nobody can say yet whether they differ. */
    private ObjectPreview secret(Secret action) throws InterruptedException {
        String namespace = action.namespace().orElseGet(context::namespace);
        ObjectRef ref = new ObjectRef("v1", "Secret", namespace, action.name());
        desired.add(ref.key());
        needs.rights().brings(context.task().step(), Cluster.SECRETS, namespace);
        Optional<JsonNode> live =
                dryRuns ? cluster.api().get(Cluster.SECRETS, namespace, action.name()) : Optional.empty();
        boolean made = action.data().values().stream()
                .allMatch(value -> value.generate().isPresent());
        return ObjectPreview.of(
                ref,
                live.isEmpty() ? Effect.CREATE : made && !action.rotate() ? Effect.UNCHANGED : Effect.UNKNOWN,
                live.map(ObjectState::of).orElse(""));
    }
}
