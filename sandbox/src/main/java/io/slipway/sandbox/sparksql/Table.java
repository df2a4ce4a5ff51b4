package io.slipway.sandbox.sparksql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table with its rows. Values are text as Spark shows them; null is {@code NULL}.
 *
 * @param columns names in lower case
 * @param snapshots how many commits it has seen
 */
record Table(List<String> columns, List<String> types, List<List<String>> rows, int snapshots) {
    static final String NULL = "NULL";

    Table {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        rows = List.copyOf(rows);
    }

    static Table fromJson(JsonNode json) {
        return new Table(
                strings(json.path("columns")),
                strings(json.path("types")),
                rows(json.path("rows")),
                json.path("snapshots").asInt());
    }

    private static List<List<String>> rows(JsonNode rows) {
        List<List<String>> all = new ArrayList<>();
        rows.forEach(row -> all.add(strings(row)));
        return all;
    }

    private static List<String> strings(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("snapshots", snapshots);
        columns.forEach(json.putArray("columns")::add);
        types.forEach(json.putArray("types")::add);
        var array = json.putArray("rows");
        rows.forEach(row -> row.forEach(array.addArray()::add));
        return json;
    }

    Table with(List<List<String>> newRows) {
        return new Table(columns, types, newRows, snapshots + 1);
    }

    int column(String name) throws SqlException {
        int index = columns.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new SqlException(
                    "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name `" + name
                            + "` cannot be resolved. Did you mean one of the following? [`"
                            + String.join("`, `", columns) + "`]. SQLSTATE: 42703");
        }
        return index;
    }
}
