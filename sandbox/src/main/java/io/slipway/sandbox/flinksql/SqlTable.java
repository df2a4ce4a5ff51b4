package io.slipway.sandbox.flinksql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table or view of a session.
 *
 * @param name its name
 * @param columns its columns in order
 * @param options what WITH says; empty for a view
 * @param view whether it is a view
 */
record SqlTable(String name, List<Column> columns, Map<String, String> options, boolean view) {
    private static final String GROUP_OFFSETS = "group-offsets";
    private static final Set<String> CONNECTORS =
            Set.of("datagen", "kafka", "upsert-kafka", "filesystem", "print", "blackhole");

    /**
     * A column.
     *
     * @param type as it was written, in capitals
     */
    record Column(String name, String type) {}

    SqlTable {
        columns = List.copyOf(columns);
        options = Map.copyOf(options);
    }

    String connector() {
        return options.getOrDefault("connector", "");
    }

    /** Sees that a factory for its connector is there, as Flink does when a table is used. */
    void check() throws SqlFault {
        if (view || CONNECTORS.contains(connector())) {
            return;
        }
        throw connector().isEmpty()
                ? SqlFault.plain(
                        "Unable to create a source or sink for table 'default_catalog.default_database." + name
                                + "'.\nTable options do not contain an option key 'connector' for discovering a connector. Therefore, Flink assumes a managed table.")
                : new SqlFault(
                        "org.apache.flink.table.api.ValidationException: Unable to create a source or sink for table 'default_catalog.default_database."
                                + name + "'.",
                        "org.apache.flink.table.api.ValidationException: Cannot discover a connector using option: 'connector'='"
                                + connector() + "'",
                        "org.apache.flink.table.api.ValidationException: Could not find any factory for identifier '"
                                + connector()
                                + "' that implements 'org.apache.flink.table.factories.DynamicTableFactory' in the classpath.");
    }

    /** Why a job that reads it fails: nothing says where to begin, and without a group nothing was committed. */
    String nowhereToBegin() {
        boolean placed = !connector().equals("kafka")
                || !options.getOrDefault("scan.startup.mode", GROUP_OFFSETS).equals(GROUP_OFFSETS)
                || options.containsKey("properties.group.id")
                || !options.getOrDefault("properties.auto.offset.reset", "none").equals("none");
        return placed
                ? ""
                : "org.apache.kafka.clients.consumer.NoOffsetForPartitionException: Undefined offset with no reset policy for partitions: ["
                        + options.getOrDefault("topic", "") + "-0]";
    }

    /** How many rows it gives; {@link Long#MAX_VALUE} for a source without end. */
    long size() {
        if (view) {
            return 1;
        }
        if (!connector().equals("datagen")) {
            return connector().equals("filesystem") ? 0 : Long.MAX_VALUE;
        }
        long most = number("number-of-rows", Long.MAX_VALUE);
        for (Column column : columns) {
            if (options.getOrDefault("fields." + column.name() + ".kind", "").equals("sequence")) {
                long start = number("fields." + column.name() + ".start", 1);
                most = Math.min(most, number("fields." + column.name() + ".end", Long.MAX_VALUE) - start + 1);
            }
        }
        return most;
    }

    private long number(String option, long fallback) {
        String text = options.getOrDefault(option, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : fallback;
    }

    /** A value of a column in a row: a sequence where it is one, else something of the type that depends on the row. */
    String value(Column column, long row) {
        String prefix = "fields." + column.name() + ".";
        if (options.getOrDefault(prefix + "kind", "").equals("sequence")) {
            return String.valueOf(number(prefix + "start", 1) + row);
        }
        long mixed = Math.abs((row + 1) * 2654435761L + column.name().hashCode()) % 1000;
        return switch (column.type().replaceAll("\\W.*", "")) {
            case "BIGINT", "INT", "INTEGER", "SMALLINT", "TINYINT" -> String.valueOf(mixed);
            case "DOUBLE", "FLOAT", "DECIMAL" -> mixed + "." + mixed % 10;
            case "BOOLEAN" -> String.valueOf(mixed % 2 == 0);
            case "TIMESTAMP", "TIMESTAMP_LTZ", "DATE", "TIME" -> "2026-01-01T00:00:" + String.format("%02d", row % 60);
            default -> "s" + Long.toHexString(mixed * 7919);
        };
    }
}
