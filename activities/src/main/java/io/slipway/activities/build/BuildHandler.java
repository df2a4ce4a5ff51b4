package io.slipway.activities.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.IfAllowed;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.DesiredObjects;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.TakeBack;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Build;
import io.slipway.model.action.Conflicts;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Optional;

/**
 * Builds an image on OpenShift. A successor of a lost worker finds the Build of its key by label and follows it; a build
 * that ended is not started again under the same key.
 */
public final class BuildHandler implements VerbHandler<Build> {
    private final Clusters clusters;
    private final Diagnostician diagnostician;

    /** Builds at these clusters; asks the diagnostician when a build's pod cannot start. */
    public BuildHandler(Clusters clusters, Diagnostician diagnostician) {
        this.clusters = clusters;
        this.diagnostician = diagnostician;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Build action, Reach reach) {
        String namespace = reach.context().namespace();
        return OwnedObjects.calls(reach.context())
                .and(Calls.on(BuildKinds.CONFIGS, namespace, "get"))
                .and(Calls.on("buildconfigs.build.openshift.io/instantiate", namespace, "create"))
                .and(Calls.on(BuildKinds.BUILDS, namespace, "get", "patch"))
                .and(ObjectWait.calls(BuildKinds.BUILDS, namespace))
                .and(BuildOutcome.calls(namespace))
                .and(BuildStalls.calls(namespace))
                .and(BuildLog.calls(namespace));
    }

    @Override
    public Done run(Build action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        requireOpenShift(cluster);
        BuildStart start = new BuildStart(cluster, context, action);
        Optional<JsonNode> running = start.ofThisTry();
        JsonNode build = running.isPresent() ? running.get() : start.begin(applied(action, context, cluster));
        return new BuildFollower(cluster, context, diagnostician).follow(BuildKinds.name(build), action.follow());
    }

    /** Takes back the objects of the manifests, and with a BuildConfig or ImageStream of this step what was built of it. */
    @Override
    public Done undo(Build action, StepContext context) throws InterruptedException {
        return new TakeBack(clusters.of(context), context).run();
    }

    /** Applies the manifests; tells whether the BuildConfig is new, so that its trigger starts a build by itself. */
    private static boolean applied(Build action, StepContext context, Cluster cluster) throws InterruptedException {
        if (action.manifests().isEmpty()) {
            return false;
        }
        List<Desired> objects = desired(action, context, cluster);
        return new OwnedObjects(cluster, context)
                .put(objects, Conflicts.FAIL).changes().stream()
                        .anyMatch(change -> change.kind() == Change.Kind.CREATED
                                && change.objectKind().equals("BuildConfig")
                                && change.name().equals(action.buildConfig()));
    }

    /** The objects of a build step as they are applied; also for plans. */
    public static List<Desired> desired(Build action, StepContext context, Cluster cluster)
            throws InterruptedException {
        return new DesiredObjects(cluster, context.namespace(), Owner.of(context.task()))
                .of(new Manifests(context, action.substitute()).read(action.manifests(), List.of()));
    }

    /** The BuildConfig of a build step as it is in the cluster; empty when it is not there or may not be read. For plans. */
    public static Optional<JsonNode> config(Build action, StepContext context, Cluster cluster)
            throws InterruptedException {
        return IfAllowed.ask(() -> cluster.api().get(BuildKinds.CONFIGS, context.namespace(), action.buildConfig()))
                .flatMap(config -> config);
    }

    private static void requireOpenShift(Cluster cluster) throws InterruptedException {
        if (cluster.kinds()
                .find(BuildKinds.CONFIGS.apiVersion(), BuildKinds.CONFIGS.kind())
                .isEmpty()) {
            throw StepFailure.permanent(
                    "this target does not support BuildConfigs",
                    "it does not serve " + BuildKinds.CONFIGS.apiVersion() + "; it is not OpenShift, or its Build"
                            + " capability is off",
                    "choose an OpenShift target, or build the image elsewhere and refer to it in the manifests");
        }
    }
}
