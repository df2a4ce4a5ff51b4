package io.slipway.sandbox.api.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Which JSON values the types take, and what the types are called in Go, whose words the API server uses. */
final class Primitives {

    static final Pattern QUANTITY = Pattern.compile("^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$");

    private Primitives() {}

    static boolean fits(String type, JsonNode value) {
        if (type.startsWith("[]")) {
            return value.isArray();
        }
        return switch (type) {
            case "any" -> true;
            case "string", "time" -> value.isTextual();
            case "bytes" ->
                value.isTextual() && Base64Text.illegalAt(value.asText()).isEmpty();
            case "bool" -> value.isBoolean();
            case "int32" -> value.isIntegralNumber() && value.canConvertToInt();
            case "int64" -> value.isIntegralNumber() && value.canConvertToLong();
            case "float64" -> value.isNumber();
            case "intOrString" -> value.isTextual() || value.isIntegralNumber() && value.canConvertToInt();
            case "quantity" ->
                value.isNumber()
                        || value.isTextual() && QUANTITY.matcher(value.asText()).matches();
            default -> value.isObject();
        };
    }

    /** The type's name in Go, such as {@code map[string]string} or {@code []v1.Container}. */
    static String goName(String type) {
        if (type.startsWith("[]")) {
            return "[]" + goName(type.substring(2));
        }
        if (type.startsWith("{}")) {
            return "map[string]" + goName(type.substring(2));
        }
        return switch (type) {
            case "bytes" -> "[]uint8";
            case "intOrString" -> "int32";
            case "quantity" -> "resource.Quantity";
            default -> type.substring(type.lastIndexOf('.', Math.max(0, type.lastIndexOf('.') - 1)) + 1);
        };
    }

    /** What the decoder calls a value: {@code number}, and with its digits where it does not fit an integer. */
    static String goValue(String type, JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case NUMBER -> type.startsWith("int") ? "number " + value.asText() : "number";
            case BINARY, MISSING, NULL, POJO -> "null";
        };
    }
}
