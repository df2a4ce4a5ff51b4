package io.slipway.sandbox.api.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page of a list begins: behind this object. A page shows the objects as they are when it is asked for,
 * not as they were at the first page; a watch from the first page's version tells of what has changed since.
 *
 * @param version the version of the first page
 * @param namespace the last object's namespace
 * @param name its name
 */
record Continuation(long version, String namespace, String name) {

    String encode() {
        ObjectNode json = Json.object().put("v", version).put("ns", namespace).put("name", name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(json));
    }

    static Continuation decode(String token) {
        try {
            JsonNode json = Json.read(Base64.getUrlDecoder().decode(token));
            return new Continuation(
                    json.path("v").asLong(),
                    json.path("ns").asText(),
                    json.path("name").asText());
        } catch (IllegalArgumentException wrong) {
            throw Refusals.badRequest("continue key is not valid: " + wrong.getMessage());
        }
    }

    int indexIn(List<ObjectNode> sorted) {
        int index = 0;
        while (index < sorted.size() && !isAfter(sorted.get(index))) {
            index++;
        }
        return index;
    }

    private boolean isAfter(ObjectNode object) {
        int byNamespace = Meta.namespace(object).compareTo(namespace);
        return byNamespace > 0 || (byNamespace == 0 && Meta.name(object).compareTo(name) > 0);
    }
}
