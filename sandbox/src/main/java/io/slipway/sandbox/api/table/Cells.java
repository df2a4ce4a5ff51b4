package io.slipway.sandbox.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The texts of cells. */
final class Cells {

    static final String NONE = "<none>";

    private Cells() {}

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** How long ago a time is, as short as people like it: {@code 45s}, {@code 5m10s}, {@code 3h}, {@code 12d}. */
    static String ago(JsonNode time) {
        if (!time.isTextual()) {
            return "<unknown>";
        }
        return duration(Duration.between(Instant.parse(time.asText()), Instant.now()));
    }

    static String duration(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return seconds % 60 == 0 ? minutes + "m" : minutes + "m" + seconds % 60 + "s";
        }
        if (minutes < 180) {
            return minutes + "m";
        }
        long hours = minutes / 60;
        if (hours < 8) {
            return minutes % 60 == 0 ? hours + "h" : hours + "h" + minutes % 60 + "m";
        }
        return hours < 48 ? hours + "h" : hours / 24 + "d";
    }

    static String age(JsonNode object) {
        return ago(object.at("/metadata/creationTimestamp"));
    }

    static String joined(JsonNode list, String field) {
        return orNone(StreamSupport.stream(list.spliterator(), false)
                .map(item -> field.isEmpty() ? item.asText() : item.path(field).asText())
                .collect(Collectors.joining(",")));
    }

    static String map(JsonNode labels) {
        List<String> pairs = new ArrayList<>();
        labels.properties()
                .forEach(entry ->
                        pairs.add(entry.getKey() + "=" + entry.getValue().asText()));
        return orNone(String.join(",", pairs));
    }

    static boolean condition(JsonNode object, String type) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
