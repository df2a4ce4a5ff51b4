package io.slipway.activities.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The order of logs: the one with the latest event first. */
public final class LatestFirst {
    private LatestFirst() {}

    /** Those times in that order. */
    public static SequencedMap<String, Instant> of(Map<String, Instant> touched) {
        SequencedMap<String, Instant> sorted = new LinkedHashMap<>();
        touched.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
