package io.slipway.activities.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.model.action.Patch;
import io.slipway.model.json.Hash;
import io.slipway.workflows.contract.StepTask;

/** An annotation with the key of the try that patched the object last, written together with the patch. */
final class PatchMark {
    private static final int SHORT = 10;

    private PatchMark() {}

    private static String annotation(StepTask task) {
        return "slipway.io/patched-"
                + Hash.of(task.pipeline() + "/" + task.step()).substring(0, SHORT);
    }

    /** The key on an object, or an empty text. */
    static String key(NamedObject object, StepTask task) {
        return object.annotation(annotation(task));
    }

    /** The patch with the mark in it. */
    static JsonNode into(Patch patch, NamedObject object, StepTask task) {
        if (patch.type() != Patch.Type.JSON) {
            ObjectNode merged = patch.patch().deepCopy();
            merged.withObjectProperty("metadata")
                    .withObjectProperty("annotations")
                    .put(annotation(task), task.shortKey());
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
        operations.addObject().put("op", "add").put("path", path).put("value", task.shortKey());
        return operations;
    }

    /** Takes the mark away by a merge patch. */
    static void remove(ObjectNode merge, StepTask task) {
        merge.withObjectProperty("metadata").withObjectProperty("annotations").putNull(annotation(task));
    }
}
