package io.slipway.activities.cluster.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;

/** Takes from a manifest what only a server writes, and turns write-only fields into those that can be compared. */
final class Tidy {
    private Tidy() {}

    static ObjectNode object(ObjectNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "creationTimestamp", "resourceVersion", "uid", "generation"));
        }
        object.remove("status");
        if (object.path("kind").asText().equals("Secret")
                && object.path("apiVersion").asText().equals("v1")) {
            encode(object);
        }
        return object;
    }

    /** A Secret's {@code stringData} is never read back; its {@code data} is. */
    private static void encode(ObjectNode secret) {
        JsonNode plain = secret.remove("stringData");
        if (plain instanceof ObjectNode texts && !texts.isEmpty()) {
            ObjectNode data = secret.withObjectProperty("data");
            texts.properties()
                    .forEach(entry -> data.put(
                            entry.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(entry.getValue().asText().getBytes(UTF_8))));
        }
    }
}
