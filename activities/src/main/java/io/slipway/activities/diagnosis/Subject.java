package io.slipway.activities.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An object with the warnings about it and, of a pod, its last log lines.
 *
 * @param object its tree
 * @param events the warning Events about it, oldest first
 * @param logs name of a log, such as {@code spark} or {@code spark (previous)}, and its last lines
 */
public record Subject(JsonNode object, List<JsonNode> events, Map<String, List<String>> logs) {

    public Subject {
        Objects.requireNonNull(object, "object");
        events = List.copyOf(events);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        logs.forEach((name, lines) -> copy.put(name, List.copyOf(lines)));
        logs = copy;
    }

    /** An object of which nothing more is known. */
    public static Subject of(JsonNode object) {
        return new Subject(object, List.of(), Map.of());
    }

    /** kind/name in lower case. */
    public String name() {
        KubeObject view = new KubeObject(object);
        return view.kind().toLowerCase(Locale.ROOT) + "/" + view.name();
    }

    /** All log lines. */
    List<String> lines() {
        List<String> all = new ArrayList<>();
        logs.values().forEach(all::addAll);
        return all;
    }

    /** The events as rules see them. */
    List<Map<String, Object>> eventViews() {
        List<Map<String, Object>> views = new ArrayList<>();
        for (JsonNode event : events) {
            String message = event.path("message").asText(event.path("note").asText(""));
            long count = event.path("count")
                    .asLong(event.path("series").path("count").asLong(1));
            views.add(Map.of("reason", event.path("reason").asText(""), "message", message, "count", count));
        }
        return views;
    }
}
