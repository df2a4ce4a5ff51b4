package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The part of an object that a set of fields names. */
public final class Projection {
    private Projection() {}

    /** That part, always with apiVersion, kind, name and namespace. */
    public static ObjectNode of(JsonNode object, JsonNode fields) {
        ObjectNode part = (ObjectNode) map(object, fields);
        part.set("apiVersion", object.path("apiVersion"));
        part.set("kind", object.path("kind"));
        ObjectNode metadata = part.withObjectProperty("metadata");
        metadata.set("name", object.path("metadata").path("name"));
        if (object.path("metadata").has("namespace")) {
            metadata.set("namespace", object.path("metadata").path("namespace"));
        }
        return part;
    }

    private static JsonNode any(JsonNode value, JsonNode fields) {
        if (fields.isEmpty() || value.isValueNode()) {
            return value;
        }
        return value.isObject() ? map(value, fields) : list(value, fields);
    }

    private static JsonNode map(JsonNode value, JsonNode fields) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (PathElement.parse(entry.getKey()) instanceof PathElement.Field field && value.has(field.name())) {
                part.set(field.name(), any(value.get(field.name()), entry.getValue()));
            }
        }
        return part;
    }

    private static JsonNode list(JsonNode value, JsonNode fields) {
        Map<Integer, JsonNode> chosen = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            int index = ListKeys.index(value, PathElement.parse(entry.getKey()));
            if (index >= 0) {
                chosen.put(index, element(value.get(index), entry));
            }
        }
        ArrayNode part = JsonNodeFactory.instance.arrayNode();
        chosen.values().forEach(part::add);
        return part;
    }

    private static JsonNode element(JsonNode value, Map.Entry<String, JsonNode> entry) {
        JsonNode part = any(value, entry.getValue()).deepCopy();
        if (part instanceof ObjectNode object && PathElement.parse(entry.getKey()) instanceof PathElement.Keyed keyed) {
            keyed.keys().properties().forEach(key -> object.set(key.getKey(), key.getValue()));
        }
        return part;
    }
}
