package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.apply.ObjectDiff;
import io.slipway.activities.cluster.compare.ChangedPaths;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Patch;
import io.slipway.model.spec.Ref;
import java.util.List;
import java.util.Optional;

/**
 * The verb {@code patch}. A dry run shows what would change; the write then carries the key of the try on the object, so
 * that a list of operations is not carried out twice.
 */
public final class PatchHandler implements VerbHandler<Patch> {
    private static final String MERGE = "application/merge-patch+json";

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
                    "what it was before would have to be kept outside the cluster",
                    "use the verb secret, which keeps it inside");
        }
        if (PatchMark.key(object, context.task()).equals(context.task().shortKey())) {
            object.changedBefore(context, List.of());
            return done(patch.of(), "was patched before the worker was lost", true);
        }
        ApplyOptions options = ApplyOptions.as(Owner.of(context.task()).stepManager());
        JsonNode planned = send(cluster, object, patch.type(), patch.patch(), options.dry(), context);
        List<String> fields = ChangedPaths.between(object.tree(), planned);
        if (fields.isEmpty()) {
            object.unchanged(context);
            return done(patch.of(), "is as it should be", false);
        }
        JsonNode marked = PatchMark.into(patch, object, context.task());
        JsonNode after = send(cluster, object, patch.type(), marked, options, context);
        try (Recorder.LogSink diff =
                context.recorder().log("diff of " + object.ref().display())) {
            ObjectDiff.between(object.ref(), object.tree(), after).lines().forEach(diff::line);
        }
        object.changed(context, fields);
        return done(patch.of(), "patched: " + String.join(", ", fields), true);
    }

    private static JsonNode send(
            Cluster cluster,
            NamedObject object,
            Patch.Type type,
            JsonNode patch,
            ApplyOptions options,
            StepContext context)
            throws InterruptedException {
        try {
            return cluster.api(context).patch(object.kind(), object.ref(), mediaType(type), patch, options);
        } catch (ApiException refused) {
            throw refused.passing()
                    ? refused
                    : refused.failure("patch " + object.ref().place());
        }
    }

    private static String mediaType(Patch.Type type) {
        return switch (type) {
            case MERGE -> MERGE;
            case JSON -> "application/json-patch+json";
            case STRATEGIC -> "application/strategic-merge-patch+json";
        };
    }

    private static Done done(Ref of, String what, boolean changed) {
        return Done.of(of + " " + what, new Patch.Outputs(changed));
    }

    @Override
    public Done undo(Patch patch, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = patch.namespace().orElseGet(context::namespace);
        Optional<NamedObject> object = NamedObject.find(cluster, patch.of(), namespace);
        Optional<Before> before = Before.of(context);
        if (before.isEmpty()) {
            return Done.of(patch.of() + " was not changed");
        }
        if (object.isEmpty()) {
            throw StepFailure.permanent(
                    "cannot restore " + patch.of(),
                    "it was deleted meanwhile",
                    "make it again by hand if it is needed, then skip this undo");
        }
        ObjectNode back = before.get().patchFor(object.get().tree());
        PatchMark.remove(back, context.task());
        ApplyOptions options = ApplyOptions.as(Owner.of(context.task()).stepManager());
        send(cluster, object.get(), Patch.Type.MERGE, back, options, context);
        object.get().changed(context, before.get().fields());
        return Done.of(patch.of() + " has its earlier values: "
                + String.join(", ", before.get().fields()));
    }
}
