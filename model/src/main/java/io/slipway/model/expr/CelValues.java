package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import io.slipway.model.spec.Durations;
import io.slipway.model.spec.SecretRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values between JSON and CEL. */
final class CelValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CelValues() {}

    /** A value of a scope, JSON or plain Java, as CEL takes it: whole numbers are longs, others doubles. */
    static Object toCel(Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case JsonNode node -> fromJson(node);
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Number number -> number.doubleValue();
            case Map<?, ?> map -> map(map);
            case Iterable<?> list -> list(list);
            case Enum<?> constant -> constant.name();
            case Optional<?> optional -> optional.isPresent() ? toCel(optional.get()) : NullValue.NULL_VALUE;
            case Duration duration -> Durations.format(duration);
            case Instant instant -> instant.toString();
            default -> throw new IllegalArgumentException("expressions cannot hold a " + value.getClass());
        };
    }

    private static Object fromJson(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong()
                        ? (Object) node.longValue()
                        : (Object) node.doubleValue();
            case ARRAY -> list(node);
            case OBJECT -> {
                Map<String, Object> map = LinkedHashMap.newLinkedHashMap(node.size());
                node.properties().forEach(entry -> map.put(entry.getKey(), fromJson(entry.getValue())));
                yield map;
            }
            case NULL, MISSING -> NullValue.NULL_VALUE;
            case BINARY, POJO -> node.asText();
        };
    }

    private static Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> converted = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, value) -> converted.put(toCel(key), toCel(value)));
        return converted;
    }

    private static List<Object> list(Iterable<?> values) {
        List<Object> converted = new ArrayList<>();
        values.forEach(value -> converted.add(toCel(value)));
        return converted;
    }

    /** A result of CEL as JSON; an optional without a value is a missing node. */
    static JsonNode toJson(Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case NullValue none -> JSON.nullNode();
            case JsonNode node -> node;
            case String text -> JSON.textNode(text);
            case Boolean bool -> JSON.booleanNode(bool);
            case Long number -> whole(number);
            case UnsignedLong number -> JSON.numberNode(number.bigIntegerValue());
            case Double number -> JSON.numberNode(number);
            case CelQuantity quantity -> JSON.textNode(quantity.toString());
            case Optional<?> optional -> optional.isPresent() ? toJson(optional.get()) : MissingNode.getInstance();
            case Map<?, ?> map -> object(map);
            case Iterable<?> list -> array(list);
            case CelByteString bytes -> JSON.textNode(Base64.getEncoder().encodeToString(bytes.toByteArray()));
            case Duration duration -> JSON.textNode(Durations.format(duration));
            case Instant instant -> JSON.textNode(instant.toString());
            default -> throw new IllegalArgumentException("its value is of a type that JSON does not have");
        };
    }

    /**
     * A value inside a longer text. A number has no exponent, and no point when it is whole: few programs read these
     * where they want a number.
     */
    static String text(JsonNode node) {
        if (node.isDouble() && Double.isFinite(node.doubleValue())) {
            return BigDecimal.valueOf(node.doubleValue()).stripTrailingZeros().toPlainString();
        }
        return node.isContainerNode() ? node.toString() : node.asText();
    }

    private static JsonNode whole(long number) {
        return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
    }

    private static JsonNode array(Iterable<?> list) {
        ArrayNode array = JSON.arrayNode();
        for (Object element : list) {
            JsonNode node = toJson(element);
            if (!node.isMissingNode()) {
                array.add(node);
            }
        }
        return array;
    }

    private static JsonNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((key, value) -> {
            JsonNode node = toJson(value);
            if (!node.isMissingNode()) {
                object.set(String.valueOf(key), node);
            }
        });
        if (object.has(SecretRef.MARKER)) {
            // A value from outside could otherwise pass for a reference and be filled with a secret.
            throw new IllegalArgumentException("its value has the reserved key " + SecretRef.MARKER);
        }
        return object;
    }
}
