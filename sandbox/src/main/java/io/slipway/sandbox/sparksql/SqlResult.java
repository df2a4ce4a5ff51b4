package io.slipway.sandbox.sparksql;

import java.util.List;

/**
 * What a statement gives.
 *
 * @param columns names; empty when the statement gives nothing
 */
public record SqlResult(List<String> columns, List<List<String>> rows) {
    static final SqlResult NOTHING = new SqlResult(List.of(), List.of());

    public SqlResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
