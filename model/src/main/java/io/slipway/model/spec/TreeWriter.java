package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records as trees, guided by shapes. Keys stand in the order of the record, so equal records give equal text. */
final class TreeWriter {
    private TreeWriter() {}

    static JsonNode write(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Any any -> (JsonNode) value;
            case Shape.Scalar scalar -> Scalars.write(scalar.kind(), value);
            case Shape.Choice choice -> word(choice, value);
            case Shape.ListOf list -> list(list, (List<?>) value);
            case Shape.MapOf map -> map(map, (Map<?, ?>) value);
            case Shape.Union union -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                putMember(node, union, value);
                yield node;
            }
            case Shape.Block block -> block(block, value);
        };
    }

    private static JsonNode word(Shape.Choice choice, Object value) {
        return choice.constants().entrySet().stream()
                .filter(entry -> entry.getValue() == value)
                .map(entry -> TextNode.valueOf(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is not a constant of " + choice.type()));
    }

    private static JsonNode list(Shape.ListOf shape, List<?> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(write(shape.element(), value)));
        return list;
    }

    private static JsonNode map(Shape.MapOf shape, Map<?, ?> values) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        values.forEach((key, value) -> map.set((String) key, write(shape.value(), value)));
        return map;
    }

    private static JsonNode block(Shape.Block block, Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        RecordComponent[] components = block.type().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Field field = block.fields().get(i);
            Object content = get(components[i], value);
            if (content instanceof Optional<?> optional) {
                optional.ifPresent(present -> put(node, field, present));
            } else if (!isEmptyOf(field, content)) {
                put(node, field, content);
            }
        }
        return node;
    }

    private static boolean isEmptyOf(Field field, Object content) {
        return field.presence() == Field.Presence.EMPTY
                && ((content instanceof List<?> list && list.isEmpty())
                        || (content instanceof Map<?, ?> map && map.isEmpty()));
    }

    private static void put(ObjectNode node, Field field, Object content) {
        if (field.inline()) {
            putMember(node, field.union(), content);
        } else {
            node.set(field.key(), write(field.shape(), content));
        }
    }

    private static void putMember(ObjectNode node, Shape.Union union, Object member) {
        String key = Shapes.memberKey(member.getClass());
        node.set(key, write(union.member(key).orElseThrow(), member));
    }

    private static Object get(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of the language are public: " + component, e);
        }
    }
}
