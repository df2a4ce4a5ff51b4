package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Who owns what of an object. */
public final class ManagedFields {
    private ManagedFields() {}

    /** All entries. */
    public static List<JsonNode> entries(JsonNode object) {
        return object.path("metadata").path("managedFields").valueStream().toList();
    }

    /** What a manager applied, as {@code fieldsV1}; empty when it applied nothing. */
    public static Optional<JsonNode> applied(JsonNode object, String manager) {
        return entries(object).stream()
                .filter(entry -> entry.path("manager").asText().equals(manager))
                .filter(entry -> entry.path("operation").asText().equals("Apply"))
                .filter(entry -> entry.path("subresource").asText("").isEmpty())
                .map(entry -> entry.path("fieldsV1"))
                .findFirst();
    }
}
