package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApplyOptions;
import io.slipway.activities.cluster.apply.ObjectDiff;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.Recorder;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Patch;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * One patch of one object, made once. A dry run shows what would change; the write then leaves the try's mark. A list of
 * operations is bound to the version that was looked at, so that it is refused when it is sent again after a lost
 * answer, and the next look finds the mark.
 */
final class Patching {
    /** How often an object may change between a look at it and its patch. */
    private static final int LOOKS = 10;

    private final Cluster cluster;
    private final Patch patch;
    private final StepContext context;
    private final ApplyOptions options;

    Patching(Cluster cluster, Patch patch, StepContext context) {
        this.cluster = cluster;
        this.patch = patch;
        this.context = context;
        this.options = ApplyOptions.as(Owner.of(context.task()).stepManager());
    }

    /**
     * Makes it.
     *
     * @param found the object as it is
     * @throws StepFailure when the server refuses it
     */
    Done run(NamedObject found) throws InterruptedException {
        NamedObject object = found;
        for (int look = 1; ; look++) {
            Optional<Done> before = before(object);
            if (before.isPresent()) {
                return before.get();
            }
            try {
                return once(object);
            } catch (ApiException refused) {
                NamedObject now = refused.passing() ? object : again(object);
                if (look == LOOKS || !isList() || now.version().equals(object.version())) {
                    throw refused.passingOrFailure("patch " + object.ref().place());
                }
                object = now;
            }
        }
    }

    private NamedObject again(NamedObject object) throws InterruptedException {
        return NamedObject.get(cluster, patch.of(), object.ref().namespace());
    }

    /** What was done before: by this try, or, since operations on a list add up, by an earlier one. */
    private Optional<Done> before(NamedObject object) {
        PatchMark mark = PatchMark.on(object, context.task());
        Optional<Made> made = mark.made(context.blobs());
        if (mark.isOf(context.task())) {
            return Optional.of(done(object, made, "was patched before its answer or the worker was lost"));
        }
        return made.filter(known -> isList() && mark.isOfTryBefore(context.task()))
                .filter(known -> known.isIn(object.tree(), patch.patch(), context.masker()))
                .map(known -> done(object, made, "was patched by an earlier try"));
    }

    private Done done(NamedObject object, Optional<Made> made, String what) {
        made.ifPresentOrElse(
                known -> new NamedObject(object.kind(), object.ref(), known.before()).changed(context, known.fields()),
                () -> object.changedBefore(context, List.of()));
        return done(what, true);
    }

    private Done once(NamedObject object) throws InterruptedException {
        JsonNode planned = send(object, patch.patch(), options.dry());
        Made made = Made.of(patch.patch(), object.tree(), planned, context.masker());
        if (made.fields().isEmpty()) {
            object.unchanged(context);
            return done("is up to date", false);
        }
        String blob = context.blobs().putText(Json.write(made));
        PatchMark mark = new PatchMark(context.task().shortKey(), blob);
        JsonNode after = send(object, mark.into(patch, object, context.task()), options);
        try (Recorder.LogSink diff =
                context.recorder().log("diff of " + object.ref().display())) {
            ObjectDiff.between(object.ref(), object.tree(), after).lines().forEach(diff::line);
        }
        object.changed(context, made.fields());
        return done("patched: " + String.join(", ", made.fields()), true);
    }

    private JsonNode send(NamedObject object, JsonNode change, ApplyOptions how) throws InterruptedException {
        JsonNode body = isList() ? boundTo(object, change) : change;
        return cluster.api(context).patch(object.kind(), object.ref(), mediaType(patch.type()), body, how);
    }

    /** The operations, for the version of the object that was looked at and for no other. */
    private static ArrayNode boundTo(NamedObject object, JsonNode operations) {
        ArrayNode bound = JsonNodeFactory.instance.arrayNode();
        bound.addObject()
                .put("op", "test")
                .put("path", "/metadata/resourceVersion")
                .put("value", object.version());
        operations.forEach(bound::add);
        return bound;
    }

    static String mediaType(Patch.Type type) {
        return switch (type) {
            case MERGE -> "application/merge-patch+json";
            case JSON -> "application/json-patch+json";
            case STRATEGIC -> "application/strategic-merge-patch+json";
        };
    }

    private boolean isList() {
        return patch.type() == Patch.Type.JSON;
    }

    private Done done(String what, boolean changed) {
        return Done.of(patch.of() + " " + what, new Patch.Outputs(changed));
    }
}
