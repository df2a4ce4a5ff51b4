package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.PatternSyntaxException;

/** Single values between JSON and Java. */
public final class Scalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Scalars() {}

    /**
     * Reads a single value.
     *
     * @throws IllegalArgumentException when the value is not of that kind, with a message for the file's author
     */
    public static Object read(Kind kind, JsonNode node) {
        return switch (kind) {
            case STRING -> text(node);
            case INT -> integer(node, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
            case LONG -> integer(node, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> number(node);
            case BOOLEAN -> bool(node);
            case DURATION -> duration(node);
            case INSTANT -> instant(string(kind, node));
            case QUANTITY -> new Quantity(node.isNumber() ? node.asText() : string(kind, node));
            case REF -> new Ref(string(kind, node));
            case REGEX -> regex(string(kind, node));
            case FILE -> new FilePath(string(kind, node));
            case CHART -> new ChartRef(string(kind, node));
            case EARLY -> new Early(cel(node));
            case LATE -> new Late(cel(node));
        };
    }

    /** Writes a value as {@link #read} takes it. */
    public static JsonNode write(Kind kind, Object value) {
        return switch (kind) {
            case STRING ->
                SecretRef.in((String) value)
                        .<JsonNode>map(SecretRef::json)
                        .orElseGet(() -> TextNode.valueOf((String) value));
            case INT -> JSON.numberNode((Integer) value);
            case LONG -> JSON.numberNode((Long) value);
            case DOUBLE -> JSON.numberNode((Double) value);
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case DURATION -> TextNode.valueOf(Durations.format((Duration) value));
            case INSTANT, QUANTITY, REF, FILE, CHART -> TextNode.valueOf(value.toString());
            case REGEX -> TextNode.valueOf(((Regex) value).value());
            case EARLY -> TextNode.valueOf(((Early) value).source());
            case LATE -> TextNode.valueOf(((Late) value).source());
        };
    }

    /** The CEL source of a field that holds only CEL: without the <code>${{ }}</code> around it, if there is one. */
    public static String bare(String source) {
        String trimmed = source.strip();
        return trimmed.startsWith("${{") && trimmed.endsWith("}}")
                ? trimmed.substring(3, trimmed.length() - 2).strip()
                : trimmed;
    }

    private static String cel(JsonNode node) {
        if (node.isBoolean()) {
            return node.asText();
        }
        return bare(string(Kind.EARLY, node));
    }

    private static String text(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isIntegralNumber() || node.isBoolean()) {
            return node.asText();
        }
        if (node.isNumber()) {
            throw new IllegalArgumentException(
                    "expected a text, but " + node.asText() + " is a number: put it in quotes");
        }
        return SecretRef.in(node).map(SecretRef::text).orElseThrow(() -> unexpected(Kind.STRING, node));
    }

    private static Long integer(JsonNode node, long min, long max) {
        if (!node.isIntegralNumber()) {
            throw unexpected(Kind.INT, node);
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw new IllegalArgumentException(node.asText() + " is out of range");
        }
        return node.longValue();
    }

    private static Double number(JsonNode node) {
        if (!node.isNumber()) {
            throw unexpected(Kind.DOUBLE, node);
        }
        return node.doubleValue();
    }

    private static Boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw unexpected(Kind.BOOLEAN, node);
        }
        return node.booleanValue();
    }

    private static Duration duration(JsonNode node) {
        if (node.isNumber()) {
            throw new IllegalArgumentException("a duration needs a unit: write " + node.asText() + "s or "
                    + node.asText() + "m, not " + node.asText());
        }
        return Durations.parse(string(Kind.DURATION, node));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not " + Kind.INSTANT.words(), e);
        }
    }

    private static Regex regex(String text) {
        try {
            return new Regex(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a regular expression: " + e.getDescription() + " near index " + e.getIndex(),
                    e);
        }
    }

    private static String string(Kind kind, JsonNode node) {
        if (!node.isTextual()) {
            throw unexpected(kind, node);
        }
        return node.textValue();
    }

    private static IllegalArgumentException unexpected(Kind kind, JsonNode node) {
        return new IllegalArgumentException("expected " + kind.words() + " but found " + describe(node));
    }

    /** A node as a message names it: "a list", "the text 'x'". */
    public static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> SecretRef.in(node).isPresent() ? "a secret" : "a map";
            case STRING -> "the text '" + abbreviate(node.textValue()) + "'";
            case NUMBER, BOOLEAN -> node.asText();
            case NULL, MISSING -> "nothing";
            case BINARY -> "binary data";
        };
    }

    static String abbreviate(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
