package io.slipway.reports;

import java.util.List;

/**
 * A log that was kept.
 *
 * @param name where it is from, such as {@code pod/spark-pi-driver}
 * @param hash content hash of its text in the blob store
 * @param lines how many lines it has
 * @param tail its last lines; only of steps that did not succeed
 */
public record LogReport(String name, String hash, long lines, List<String> tail) {
    public LogReport {
        tail = List.copyOf(tail);
    }
}
