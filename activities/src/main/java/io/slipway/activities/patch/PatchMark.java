package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.store.BlobStore;
import io.slipway.model.action.Patch;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import io.slipway.workflows.contract.StepTask;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An annotation that names the try that patched the object last, written together with the patch.
 *
 * @param key the short key of the try; empty when there is none
 * @param made hash of the blob that says what it made of the object
 */
record PatchMark(String key, String made) {
    private static final int SHORT = 10;
    private static final String BETWEEN = ".";

    private static String annotation(StepTask task) {
        return "slipway.io/patched-"
                + Hash.of(task.pipeline() + "/" + task.step()).substring(0, SHORT);
    }

    /** The mark that the step has left on an object. */
    static PatchMark on(NamedObject object, StepTask task) {
        String text = object.annotation(annotation(task));
        int end = text.indexOf(BETWEEN);
        return end < 0 ? new PatchMark(text, "") : new PatchMark(text.substring(0, end), text.substring(end + 1));
    }

    /** Whether this try has left it. */
    boolean isOf(StepTask task) {
        return key.equals(task.shortKey());
    }

    /** Whether an earlier try of the step in this rollout has left it. */
    boolean isOfTryBefore(StepTask task) {
        return IntStream.range(1, task.attempt()).anyMatch(attempt -> key.equals(task.shortKeyOf(attempt)));
    }

    /** What was made; empty when the store does not have it. */
    Optional<Made> made(BlobStore blobs) {
        return made.isEmpty() ? Optional.empty() : blobs.text(made).map(text -> Json.read(text, Made.class));
    }

    /** The patch with the mark in it. */
    JsonNode into(Patch patch, NamedObject object, StepTask task) {
        String text = key + BETWEEN + made;
        if (patch.type() != Patch.Type.JSON) {
            ObjectNode merged = patch.patch().deepCopy();
            merged.withObjectProperty("metadata")
                    .withObjectProperty("annotations")
                    .put(annotation(task), text);
            return merged;
        }
        ArrayNode operations = patch.patch().deepCopy();
        if (!object.tree().path("metadata").has("annotations")) {
            operations
                    .addObject()
                    .put("op", "add")
                    .put("path", "/metadata/annotations")
                    .set("value", JsonNodeFactory.instance.objectNode());
        }
        String path =
                "/metadata/annotations/" + annotation(task).replace("~", "~0").replace("/", "~1");
        operations.addObject().put("op", "add").put("path", path).put("value", text);
        return operations;
    }

    /** Takes the mark away by a merge patch. */
    static void remove(ObjectNode merge, StepTask task) {
        merge.withObjectProperty("metadata").withObjectProperty("annotations").putNull(annotation(task));
    }
}
