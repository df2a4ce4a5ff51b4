package io.slipway.activities.sql.script;

import java.util.List;

/**
 * What statements gave.
 *
 * @param rows the rows of each statement, as text
 * @param jobs ids of the Flink jobs that were started
 */
public record SqlRan(List<List<List<String>>> rows, List<String> jobs) {
    public SqlRan {
        rows = List.copyOf(rows);
        jobs = List.copyOf(jobs);
    }

    /** Rows of an engine without jobs. */
    public static SqlRan of(List<List<List<String>>> rows) {
        return new SqlRan(rows, List.of());
    }
}
