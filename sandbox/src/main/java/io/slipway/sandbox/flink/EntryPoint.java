package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the image's entry point does before a daemon starts: it writes FLINK_PROPERTIES into {@code config.yaml}, as a tree.
 * A key that has a value and is the beginning of another has no place in a tree; Flink 2.1.0 then ends with a
 * ClassCastException, whose text stands in place of the configuration, and no daemon starts.
 */
final class EntryPoint {
    private EntryPoint() {}

    /** What it says when it cannot write the configuration. */
    static Optional<String> refusal(Container container) {
        if (container.env().getOrDefault("FLINK_PROPERTIES", "").isBlank() || !FlinkConfig.isCopied(container)) {
            return Optional.empty();
        }
        TreeMap<String, String> values = new TreeMap<>(FlinkConfig.of(container).values());
        return values.keySet().stream()
                .filter(key -> values.tailMap(key + ".").keySet().stream()
                        .limit(1)
                        .anyMatch(next -> next.startsWith(key + ".")))
                .findFirst()
                .map(key -> "[ERROR] Could not parse configurations properly: java.lang.ClassCastException: " + key
                        + " is a value and the beginning of another key");
    }
}
