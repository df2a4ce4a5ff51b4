package io.slipway.sandbox.flinksql;

import java.util.List;
import java.util.function.LongFunction;

/**
 * What a statement gives.
 *
 * @param columns names of its columns
 * @param size how many rows; {@link Long#MAX_VALUE} when it has no end
 * @param row a row by its number, from 0
 * @param query whether it is a query
 * @param job id of the job it started, or empty
 */
record SqlAnswer(List<String> columns, long size, LongFunction<List<String>> row, boolean query, String job) {
    SqlAnswer {
        columns = List.copyOf(columns);
    }

    /** The answer of what changes something. */
    static SqlAnswer ok() {
        return of(List.of("result"), List.of(List.of("OK")));
    }

    static SqlAnswer of(List<String> columns, List<List<String>> rows) {
        return new SqlAnswer(columns, rows.size(), number -> rows.get((int) number), false, "");
    }

    static SqlAnswer job(String id) {
        return new SqlAnswer(List.of("job id"), 1, number -> List.of(id), false, id);
    }
}
