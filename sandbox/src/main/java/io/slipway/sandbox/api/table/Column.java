package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name its heading
 * @param type {@code string} or {@code integer}
 * @param priority 0 for always, 1 for {@code -o wide}
 * @param value takes the cell from an object
 */
record Column(String name, String type, int priority, Function<JsonNode, String> value) {

    static Column text(String name, Function<JsonNode, String> value) {
        return new Column(name, "string", 0, value);
    }

    static Column number(String name, String pointer) {
        return new Column(name, "integer", 0, object -> object.at(pointer).asText("0"));
    }

    static Column at(String name, String pointer) {
        return text(name, object -> Cells.orNone(object.at(pointer).asText("")));
    }

    static Column wide(String name, Function<JsonNode, String> value) {
        return new Column(name, "string", 1, value);
    }
}
