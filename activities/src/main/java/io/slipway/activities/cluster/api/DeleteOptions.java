package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;

/**
 * How an object is deleted.
 *
 * @param propagation {@code Background}, {@code Foreground} or {@code Orphan}
 * @param uid of the object that is meant; a newer one of the same name stays; empty for any
 * @param version of the object that is meant; one that was written since stays; empty for any
 */
public record DeleteOptions(String propagation, String uid, String version) {
    /** Whatever its version is. */
    public DeleteOptions(String propagation, String uid) {
        this(propagation, uid, "");
    }

    /** Owned objects go afterwards. */
    public static DeleteOptions background(String uid) {
        return new DeleteOptions("Background", uid);
    }

    /** The same, of an object as it was read. */
    public static DeleteOptions asRead(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new DeleteOptions(
                "Background",
                metadata.path("uid").asText(),
                metadata.path("resourceVersion").asText());
    }

    JsonNode body() {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("apiVersion", "v1").put("kind", "DeleteOptions").put("propagationPolicy", propagation);
        if (!uid.isEmpty()) {
            body.withObject("/preconditions").put("uid", uid);
        }
        if (!version.isEmpty()) {
            body.withObject("/preconditions").put("resourceVersion", version);
        }
        return body;
    }
}
