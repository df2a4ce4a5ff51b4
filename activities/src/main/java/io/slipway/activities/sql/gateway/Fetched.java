package io.slipway.activities.sql.gateway;

import java.util.List;
import java.util.Optional;

/**
 * What a statement gave.
 *
 * @param rows its rows, at most as many as are kept
 * @param job the job that it started and that outlives it
 * @param whole whether these are all rows
 */
record Fetched(List<List<String>> rows, Optional<String> job, boolean whole) {
    Fetched {
        rows = List.copyOf(rows);
    }
}
