package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** Makes tables ({@code meta.k8s.io/v1 Table}) of objects of one kind. */
public final class TableView {

    private static final Column NAME = Column.text("Name", Meta::name);
    private static final List<Column> OTHERWISE = List.of(Column.text("Age", Cells::age));

    private final List<Column> columns;
    private final String include;
    private final boolean withColumns;

    private TableView(List<Column> columns, String include, boolean withColumns) {
        this.columns = columns;
        this.include = include;
        this.withColumns = withColumns;
    }

    /**
     * The table of a kind.
     *
     * @param kind the kind
     * @param include what each row holds of its object: {@code None}, {@code Metadata} or {@code Object}
     * @return its table
     */
    public static TableView of(ResourceKind kind, String include) {
        List<Column> columns = new ArrayList<>(List.of(NAME));
        columns.addAll(WorkloadColumns.BY_RESOURCE.getOrDefault(
                kind.resource(), OtherColumns.BY_RESOURCE.getOrDefault(kind.resource(), OTHERWISE)));
        if (kind.resource().equals("events")) {
            columns.removeFirst();
            columns.add(new Column("Name", "string", 1, Meta::name));
        }
        return new TableView(columns, include, true);
    }

    /**
     * The same with or without the definitions of its columns.
     *
     * @param show whether to name the columns
     * @return a copy
     */
    public TableView withColumns(boolean show) {
        return new TableView(columns, include, show);
    }

    /**
     * Makes a table.
     *
     * @param objects its rows
     * @param metadata the metadata of the list or object
     * @return the table
     */
    public ObjectNode of(List<ObjectNode> objects, JsonNode metadata) {
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        ObjectNode meta = table.putObject("metadata");
        List.of("resourceVersion", "continue", "remainingItemCount", "annotations")
                .forEach(field -> {
                    if (metadata.has(field)) {
                        meta.set(field, metadata.get(field));
                    }
                });
        ArrayNode definitions = table.putArray("columnDefinitions");
        if (withColumns) {
            columns.forEach(column -> define(definitions.addObject(), column));
        }
        ArrayNode rows = table.putArray("rows");
        objects.forEach(object -> row(rows.addObject(), object));
        return table;
    }

    private static void define(ObjectNode into, Column column) {
        into.put("name", column.name()).put("type", column.type());
        into.put("format", column.name().equals("Name") ? "name" : "");
        into.put("description", "").put("priority", column.priority());
    }

    private void row(ObjectNode row, ObjectNode object) {
        ArrayNode cells = row.putArray("cells");
        for (Column column : columns) {
            String value = column.value().apply(object);
            if (column.type().equals("integer")) {
                cells.add(Long.parseLong(value));
            } else {
                cells.add(value);
            }
        }
        if (include.equals("Object")) {
            row.set("object", object);
        } else if (!include.equals("None")) {
            ObjectNode partial = row.putObject("object").put("kind", "PartialObjectMetadata");
            partial.put("apiVersion", "meta.k8s.io/v1").set("metadata", object.path("metadata"));
        }
    }
}
