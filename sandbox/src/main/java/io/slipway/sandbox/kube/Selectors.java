package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Label selectors. */
public final class Selectors {
    private Selectors() {}

    /** A {@code LabelSelector} with {@code matchLabels} and {@code matchExpressions}; an empty one matches everything. */
    public static boolean matches(JsonNode selector, Map<String, String> labels) {
        if (!plain(selector.path("matchLabels"), labels)) {
            return false;
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!holds(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    /** A plain map of labels, as a Service has. */
    public static boolean plain(JsonNode wanted, Map<String, String> labels) {
        return wanted.properties().stream()
                .allMatch(entry -> entry.getValue().asText().equals(labels.get(entry.getKey())));
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        String value = labels.get(expression.path("key").asText());
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(one -> values.add(one.asText()));
        return switch (expression.path("operator").asText()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
