package io.slipway.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.spec.Kind;
import java.util.List;

/** The schemas of single values. */
final class ScalarSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScalarSchemas() {}

    /** A text with an expression in it. */
    static ObjectNode template() {
        return text("\\$\\{\\{");
    }

    static ObjectNode of(Kind kind) {
        return switch (kind) {
            case STRING -> types("string", "integer", "boolean");
            case INT, LONG -> types("integer");
            case DOUBLE -> types("number");
            case BOOLEAN -> types("boolean");
            case DURATION -> text("^([0-9]{1,9}(ms|d|h|m|s))+$");
            case INSTANT -> types("string").put("format", "date-time");
            case QUANTITY ->
                Definitions.anyOf(List.of(
                        types("number"),
                        text("^([+-]?[0-9]+(\\.[0-9]*)?|[+-]?\\.[0-9]+)"
                                + "(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|n|u|[eE][+-]?[0-9]{1,3})?$")));
            case REF -> text("^[A-Za-z0-9.-]+(/[A-Za-z0-9.:-]+)?$");
            case REGEX -> types("string").put("format", "regex");
            case FILE, CHART -> types("string");
            case EARLY, LATE -> types("string", "boolean");
        };
    }

    private static ObjectNode text(String pattern) {
        return types("string").put("pattern", pattern);
    }

    private static ObjectNode types(String... names) {
        ObjectNode schema = JSON.objectNode();
        if (names.length == 1) {
            return schema.put("type", names[0]);
        }
        ArrayNode types = schema.putArray("type");
        List.of(names).forEach(types::add);
        return schema;
    }
}
