package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives custom resources the defaults of their schema. */
final class SchemaDefaults {

    private SchemaDefaults() {}

    static void apply(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                JsonNode preset = property.getValue().path("default");
                if (!object.has(property.getKey()) && !preset.isMissingNode()) {
                    object.set(property.getKey(), preset.deepCopy());
                }
                apply(object.path(property.getKey()), property.getValue());
            });
        } else if (value.isArray()) {
            value.forEach(item -> apply(item, schema.path("items")));
        }
    }
}
