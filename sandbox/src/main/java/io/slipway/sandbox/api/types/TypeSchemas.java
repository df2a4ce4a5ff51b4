package io.slipway.sandbox.api.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.ResourceKind;
import java.util.Map;
import java.util.Optional;

/** The types of the built-in kinds as schemas of OpenAPI v3: fields with their types, without descriptions. */
public final class TypeSchemas {

    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final String INT_OR_STRING = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";

    private final ObjectNode schemas;

    /**
     * Writes into a document.
     *
     * @param schemas its schemas, by name
     */
    public TypeSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /**
     * Adds a kind's type, and all that it is made of.
     *
     * @param kind the kind
     * @return its schema; empty for a kind that Kubernetes does not have
     */
    public Optional<ObjectNode> add(ResourceKind kind) {
        return TypeTable.root(kind).map(this::struct);
    }

    private ObjectNode struct(String type) {
        String name = name(type);
        if (schemas.get(name) instanceof ObjectNode there) {
            return there;
        }
        ObjectNode schema = schemas.putObject(name).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Map.Entry<String, Field> field : TypeTable.fieldsOf(type).entrySet()) {
            properties.set(field.getKey(), value(field.getValue().type()));
        }
        return schema;
    }

    private ObjectNode value(String type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type.startsWith("[]")) {
            schema.put("type", "array").set("items", value(type.substring(2)));
            return schema;
        }
        if (type.startsWith("{}")) {
            schema.put("type", "object").set("additionalProperties", value(type.substring(2)));
            return schema;
        }
        return switch (type) {
            case "any" -> schema.put("type", "object");
            case "string" -> schema.put("type", "string");
            case "time" -> schema.put("type", "string").put("format", "date-time");
            case "bytes" -> schema.put("type", "string").put("format", "byte");
            case "bool" -> schema.put("type", "boolean");
            case "int32", "int64" -> schema.put("type", "integer").put("format", type);
            case "float64" -> schema.put("type", "number").put("format", "double");
            case "quantity" -> either(schema, QUANTITY, "number");
            case "intOrString" -> either(schema, INT_OR_STRING, "integer");
            default -> object(schema, type);
        };
    }

    private ObjectNode object(ObjectNode schema, String type) {
        if (!TypeTable.isStruct(type)) {
            return schema.put("type", "object");
        }
        struct(type);
        return refer(schema, name(type));
    }

    /** A text or a number, under a name of its own, which clients show. */
    private ObjectNode either(ObjectNode schema, String name, String other) {
        if (!schemas.has(name)) {
            var types = schemas.putObject(name).putArray("oneOf");
            types.addObject().put("type", "string");
            types.addObject().put("type", other);
        }
        return refer(schema, name);
    }

    private static ObjectNode refer(ObjectNode schema, String name) {
        schema.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + name);
        return schema;
    }

    private static String name(String type) {
        return (type.startsWith("meta.") ? "io.k8s.apimachinery.pkg.apis." : "io.k8s.api.") + type;
    }
}
