package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of a custom resource, read from the structural schema of its CustomResourceDefinition. Where the schema
 * says nothing, lists are owned as a whole and objects field by field.
 *
 * @param schema the schema at this path
 * @param metadata the field inside {@code metadata}, or empty
 */
record SchemaType(JsonNode schema, String metadata) implements FieldType {

    static FieldType of(JsonNode openApiSchema) {
        return new SchemaType(openApiSchema, "");
    }

    @Override
    public FieldType field(String name) {
        if (name.equals("metadata") || !metadata.isEmpty()) {
            return new SchemaType(MissingNode.getInstance(), name);
        }
        JsonNode property = schema.path("properties").path(name);
        return new SchemaType(property.isMissingNode() ? schema.path("additionalProperties") : property, "");
    }

    @Override
    public FieldType item() {
        return new SchemaType(schema.path("items"), metadata);
    }

    @Override
    public ListShape list() {
        if (!metadata.isEmpty()) {
            return MetadataType.list(metadata);
        }
        return switch (schema.path("x-kubernetes-list-type").asText("atomic")) {
            case "map" -> keyed();
            case "set" -> new ListShape.Values();
            default -> new ListShape.Atomic();
        };
    }

    @Override
    public boolean atomicObject() {
        return schema.path("x-kubernetes-map-type").asText("").equals("atomic");
    }

    @Override
    public boolean open() {
        return schema.path("additionalProperties").isObject()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    }

    @Override
    public boolean alwaysThere() {
        return metadata.equals("metadata");
    }

    private ListShape keyed() {
        List<String> keys = new ArrayList<>();
        Map<String, JsonNode> defaults = new HashMap<>();
        for (JsonNode key : schema.path("x-kubernetes-list-map-keys")) {
            keys.add(key.asText());
            JsonNode preset =
                    schema.path("items").path("properties").path(key.asText()).path("default");
            if (!preset.isMissingNode()) {
                defaults.put(key.asText(), preset);
            }
        }
        return keys.isEmpty() ? new ListShape.Atomic() : new ListShape.Keyed(keys, defaults);
    }
}
