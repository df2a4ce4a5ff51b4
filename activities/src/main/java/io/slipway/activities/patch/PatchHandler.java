package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Patch;
import java.util.Optional;

/** The verb {@code patch}; {@link Patching} makes the change, once. */
public final class PatchHandler implements VerbHandler<Patch> {
    private final Clusters clusters;

    /** A handler for steps at these clusters. */
    public PatchHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Patch action, Reach reach) throws InterruptedException {
        return reach.callsOn(action.of().kind(), reach.namespace(action.namespace()), "get", "patch");
    }

    @Override
    public Done run(Patch patch, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = patch.namespace().orElseGet(context::namespace);
        NamedObject object = NamedObject.get(cluster, patch.of(), namespace);
        if (object.ref().kind().equals("Secret")) {
            throw StepFailure.permanent(
                    object.ref().place() + " is not patched",
                    "its earlier values would have to be kept outside the cluster",
                    "use the verb 'secret', which keeps them inside");
        }
        return new Patching(cluster, patch, context).run(object);
    }

    @Override
    public Done undo(Patch patch, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = patch.namespace().orElseGet(context::namespace);
        Optional<NamedObject> object = NamedObject.find(cluster, patch.of(), namespace);
        Optional<Before> before = Before.of(context).or(() -> object.flatMap(live -> Before.ofLostTry(live, context)));
        if (before.isEmpty()) {
            return Done.of(patch.of() + " was not changed");
        }
        if (object.isEmpty()) {
            throw StepFailure.permanent(
                    "cannot restore " + patch.of(),
                    "it has been deleted in the meantime",
                    "recreate it by hand if it is needed, then skip this undo");
        }
        ObjectNode back = before.get().patchFor(object.get().tree());
        PatchMark.remove(back, context.task());
        ApplyOptions options = ApplyOptions.as(Owner.of(context.task()).stepManager());
        try {
            cluster.api(context)
                    .patch(
                            object.get().kind(),
                            object.get().ref(),
                            Patching.mediaType(Patch.Type.MERGE),
                            back,
                            options);
        } catch (ApiException refused) {
            throw refused.passingOrFailure("patch " + object.get().ref().place());
        }
        object.get().changed(context, before.get().fields());
        return Done.of(patch.of() + " has its earlier values: "
                + String.join(", ", before.get().fields()));
    }
}
