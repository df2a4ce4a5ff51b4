package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads records from trees, guided by shapes. */
class TreeReader {
    /** The constructor of a record with all its components: looking for it takes longer than calling it. */
    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            return canonical(type);
        }
    };

    Object read(Shape shape, JsonNode node, String path) {
        return switch (shape) {
            case Shape.Any any -> node;
            case Shape.Scalar scalar -> scalar(scalar.kind(), node, path);
            case Shape.Choice choice -> word(choice, node, path);
            case Shape.ListOf list -> list(list, node, path);
            case Shape.MapOf map -> map(map, node, path);
            case Shape.Union union -> member(union, node, path);
            case Shape.Block block -> block(block, node, path);
        };
    }

    private Object scalar(Kind kind, JsonNode node, String path) {
        try {
            return Scalars.read(kind, node);
        } catch (BindException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BindException(path, e.getMessage(), e);
        }
    }

    private Object word(Shape.Choice choice, JsonNode node, String path) {
        Enum<?> constant = node.isValueNode() ? choice.constants().get(node.asText()) : null;
        if (constant == null) {
            throw problem(
                    path,
                    "expected one of " + String.join(", ", choice.constants().keySet()) + " but found "
                            + Scalars.describe(node));
        }
        return constant;
    }

    private List<Object> list(Shape.ListOf list, JsonNode node, String path) {
        if (node.isValueNode() && !node.isNull() && list.element() instanceof Shape.Scalar) {
            return List.of(read(list.element(), node, path));
        }
        if (!node.isArray()) {
            throw problem(path, "expected a list but found " + Scalars.describe(node));
        }
        List<Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(read(list.element(), node.get(i), path + "[" + i + "]"));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<String, Object> map(Shape.MapOf map, JsonNode node, String path) {
        if (!node.isObject()) {
            throw problem(path, "expected a map but found " + Scalars.describe(node));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), read(map.value(), entry.getValue(), path + "." + entry.getKey())));
        return Collections.unmodifiableMap(values);
    }

    private Object member(Shape.Union union, JsonNode node, String path) {
        if (node.size() != 1 || !node.isObject()) {
            throw problem(path, "expected one of the keys " + String.join(", ", union.keys()));
        }
        String key = node.fieldNames().next();
        Shape.Block block = union.member(key).orElseThrow(() -> problem(path, "unknown key '" + key + "'"));
        return read(block, node.get(key), path + "." + key);
    }

    Object block(Shape.Block block, JsonNode node, String path) {
        JsonNode tree = BlockRules.longForm(block, node)
                .orElseThrow(() -> problem(path, "expected a map but found " + Scalars.describe(node)));
        BlockRules.violation(block, tree).ifPresent(violation -> {
            throw problem(path, violation);
        });
        List<Object> arguments = new ArrayList<>();
        for (Field field : block.fields()) {
            arguments.add(field.inline() ? inline(field, tree, path) : component(field, tree, path));
        }
        return construct(block.type(), arguments, path);
    }

    private Object inline(Field field, JsonNode tree, String path) {
        Shape.Union union = field.union();
        Optional<String> key =
                union.keys().stream().filter(name -> tree.has(name)).findFirst();
        Optional<Object> value =
                key.map(name -> read(union.member(name).orElseThrow(), tree.get(name), path + "." + name));
        return field.presence() == Field.Presence.OPTIONAL ? value : value.orElseThrow();
    }

    private Object component(Field field, JsonNode tree, String path) {
        JsonNode node = tree.path(field.key());
        if (node.isMissingNode() || node.isNull()) {
            return leftOut(field, path);
        }
        Object value = read(field.shape(), node, path + "." + field.key());
        return field.presence() == Field.Presence.OPTIONAL ? Optional.of(value) : value;
    }

    private Object leftOut(Field field, String path) {
        return switch (field.presence()) {
            case REQUIRED, NOT_EMPTY -> throw problem(path, "'" + field.key() + "' is missing");
            case OPTIONAL -> Optional.empty();
            case EMPTY -> read(field.shape(), emptyOf(field.shape()), path);
            case DEFAULTED ->
                read(field.shape(), DefaultValues.parse(field.defaultValue().orElseThrow()), path + "." + field.key());
        };
    }

    private static JsonNode emptyOf(Shape shape) {
        return shape instanceof Shape.ListOf
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.objectNode();
    }

    private static Object construct(Class<?> type, List<Object> arguments, String path) {
        try {
            return CONSTRUCTORS.get(type).newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw BindException.refused(path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw notPublic(type, e);
        }
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw notPublic(type, e);
        }
    }

    private static IllegalStateException notPublic(Class<?> type, ReflectiveOperationException e) {
        return new IllegalStateException("records of the language are public: " + type.getName(), e);
    }

    private static BindException problem(String path, String text) {
        return new BindException(path, text, null);
    }
}
