package io.slipway.sandbox.api.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Custom resources against the schema of their CustomResourceDefinition: types, required fields, enumerations. Bounds,
 * patterns and CEL rules are not checked.
 */
final class SchemaRules {

    private SchemaRules() {}

    static void check(JsonNode schema, JsonNode object, Mistakes mistakes) {
        for (JsonNode field : schema.path("required")) {
            required("", field.asText(), object, mistakes);
        }
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            boolean servers =
                    List.of("metadata", "apiVersion", "kind", "status").contains(name);
            if (!servers && object.has(name)) {
                value(name, property.getValue(), object.get(name), mistakes);
            }
        });
    }

    private static void value(String path, JsonNode schema, JsonNode value, Mistakes mistakes) {
        if (!typed(schema, value)) {
            String type = schema.path("type").asText();
            mistakes.invalid(
                    path,
                    typeName(value),
                    "%s in body must be of type %s: \"%s\"".formatted(path, type, typeName(value)));
            return;
        }
        if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
            List<String> allowed = new ArrayList<>();
            schema.path("enum").forEach(one -> allowed.add(one.asText()));
            mistakes.unsupported(path, value.asText(), allowed);
        }
        schema.path("required").forEach(field -> required(path + ".", field.asText(), value, mistakes));
        value.properties().forEach(entry -> {
            JsonNode below = schema.path("properties").path(entry.getKey());
            JsonNode other = below.isMissingNode() ? schema.path("additionalProperties") : below;
            value(path + "." + entry.getKey(), other, entry.getValue(), mistakes);
        });
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value("%s[%d]".formatted(path, i), schema.path("items"), value.get(i), mistakes);
            }
        }
    }

    private static void required(String prefix, String field, JsonNode object, Mistakes mistakes) {
        if (object.isObject() && !object.has(field)) {
            mistakes.required(prefix + field);
        }
    }

    private static boolean typed(JsonNode schema, JsonNode value) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return value.isIntegralNumber() || value.isTextual();
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case BINARY, MISSING, NULL, POJO -> "null";
        };
    }
}
