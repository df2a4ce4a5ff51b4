package io.slipway.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of a journal or snapshot.
 *
 * @param version the store's version after the change
 * @param kind the object's kind; empty for a line that only says a version
 * @param deleted whether the object is gone
 * @param object the object
 */
record JournalLine(long version, Optional<ResourceKind> kind, boolean deleted, Optional<ObjectNode> object) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JournalLine of(StoreEvent event) {
        boolean deleted = event.type() == StoreEvent.Type.DELETED;
        return new JournalLine(
                event.resourceVersion(), Optional.of(event.kind()), deleted, Optional.of(event.object()));
    }

    static JournalLine parse(byte[] line, int offset, int length) throws IOException {
        JsonNode json = JSON.readTree(line, offset, length);
        if (!(json instanceof ObjectNode) || !json.has("v")) {
            throw new IOException("not a line of a sandbox journal");
        }
        Optional<ResourceKind> kind = json.has("p") ? Optional.of(kind(json)) : Optional.empty();
        Optional<ObjectNode> object =
                json.get("o") instanceof ObjectNode node ? Optional.of(node) : Optional.<ObjectNode>empty();
        return new JournalLine(json.get("v").asLong(), kind, json.path("d").asBoolean(), object);
    }

    byte[] bytes() {
        ObjectNode json = JSON.createObjectNode().put("v", version);
        kind.ifPresent(is -> json.put("g", is.group())
                .put("a", is.version())
                .put("k", is.kind())
                .put("p", is.plural())
                .put("n", is.namespaced()));
        if (deleted) {
            json.put("d", true);
        }
        object.ifPresent(is -> json.set("o", is));
        try {
            return (JSON.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree that cannot be written", impossible);
        }
    }

    private static ResourceKind kind(JsonNode json) {
        return new ResourceKind(
                json.path("g").asText(),
                json.path("a").asText(),
                json.path("k").asText(),
                json.path("p").asText(),
                json.path("n").asBoolean());
    }
}
