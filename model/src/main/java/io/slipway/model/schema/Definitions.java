package io.slipway.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.Kind;
import io.slipway.model.spec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions of a schema, made as they are referred to. */
final class Definitions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> made = new TreeMap<>();

    ObjectNode all() {
        ObjectNode all = JSON.objectNode();
        made.forEach(all::set);
        return all;
    }

    /** The schema of a shape; {@code open} when an expression may stand in its place. */
    ObjectNode of(Shape shape, boolean open) {
        return switch (shape) {
            case Shape.Any any -> JSON.objectNode();
            case Shape.Scalar scalar -> open(ScalarSchemas.of(scalar.kind()), open && !isSource(scalar.kind()));
            case Shape.Choice choice -> open(words(choice), open);
            case Shape.ListOf list -> open(list(list, open), open);
            case Shape.MapOf map -> open(map(map, open), open);
            case Shape.Block block -> block(block);
            case Shape.Union union -> throw new IllegalStateException("unions stand inline: " + union.type());
        };
    }

    private static boolean isSource(Kind kind) {
        return kind.isExpression() || kind == Kind.FILE;
    }

    private static ObjectNode open(ObjectNode schema, boolean open) {
        return open ? anyOf(List.of(schema, ScalarSchemas.template())) : schema;
    }

    private static ObjectNode words(Shape.Choice choice) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode words = schema.putArray("enum");
        choice.constants().keySet().forEach(words::add);
        return schema;
    }

    private ObjectNode list(Shape.ListOf list, boolean open) {
        ObjectNode element = of(list.element(), open);
        ObjectNode schema = JSON.objectNode().put("type", "array").set("items", element);
        boolean bare = list.element() instanceof Shape.Scalar;
        return bare ? anyOf(List.of(schema, element)) : schema;
    }

    private ObjectNode map(Shape.MapOf map, boolean open) {
        return JSON.objectNode().put("type", "object").set("additionalProperties", of(map.value(), open));
    }

    private ObjectNode block(Shape.Block block) {
        String name = name(block.type());
        if (!made.containsKey(name)) {
            made.put(name, JSON.objectNode());
            made.put(name, definition(block));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private ObjectNode definition(Shape.Block block) {
        List<ObjectNode> forms = new ArrayList<>();
        forms.add(BlockSchemas.object(this, block));
        block.shortScalar().ifPresent(key -> forms.add(shortForm(block, key, false)));
        block.shortList().ifPresent(key -> forms.add(shortForm(block, key, true)));
        if (block.fields().stream().noneMatch(Field::required)
                && block.choices().stream().allMatch(choice -> choice.optional())) {
            forms.add(JSON.objectNode().put("type", "null"));
        }
        ObjectNode definition = forms.size() == 1 ? forms.get(0) : anyOf(forms);
        return definition.put("description", block.doc());
    }

    private ObjectNode shortForm(Shape.Block block, String key, boolean list) {
        Field field = block.field(key).orElseThrow();
        ObjectNode schema = JSON.objectNode();
        schema.set("not", JSON.objectNode().put("type", "object"));
        ArrayNode both = JSON.arrayNode();
        both.add(of(field.shape(), !field.literal()));
        ObjectNode kind = JSON.objectNode();
        both.add(
                list
                        ? kind.put("type", "array")
                        : kind.set("not", JSON.objectNode().put("type", "array")));
        schema.set("allOf", both);
        return schema;
    }

    static ObjectNode anyOf(List<ObjectNode> choices) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode list = schema.putArray("anyOf");
        choices.forEach(list::add);
        return schema;
    }
}
