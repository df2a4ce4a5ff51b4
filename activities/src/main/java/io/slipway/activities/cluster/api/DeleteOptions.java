package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.json.Json;

/**
 * How an object is deleted.
 *
 * @param propagation {@code Background}, {@code Foreground} or {@code Orphan}
 * @param uid of the object that is meant; a newer one of the same name stays; empty for any
 */
public record DeleteOptions(String propagation, String uid) {
    /** Owned objects go afterwards. */
    public static DeleteOptions background(String uid) {
        return new DeleteOptions("Background", uid);
    }

    JsonNode body() {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("apiVersion", "v1").put("kind", "DeleteOptions").put("propagationPolicy", propagation);
        if (!uid.isEmpty()) {
            body.putObject("preconditions").put("uid", uid);
        }
        return body;
    }
}
