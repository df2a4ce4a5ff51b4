package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.spec.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A label selector as kubectl takes it: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}. */
public final class Selector {
    private final String text;
    private final LabelSelector labels;

    private Selector(String text, LabelSelector labels) {
        this.text = text;
        this.labels = labels;
    }

    /**
     * Reads a selector; an empty one matches everything.
     *
     * @throws StepFailure when it is none, with the part that is wrong
     */
    public static Selector parse(String text) {
        try {
            return new Selector(text, text.isBlank() ? new LabelSelector(List.of()) : LabelSelector.parse(text));
        } catch (IllegalArgumentException e) {
            throw StepFailure.permanent(
                    "'" + text + "' is not a label selector",
                    String.valueOf(e.getMessage()),
                    "correct the selector; the syntax is that of kubectl -l");
        }
    }

    /** The text of a LabelSelector's tree, {@code matchLabels} and {@code matchExpressions}. */
    public static String text(JsonNode labelSelector) {
        List<String> parts = new ArrayList<>();
        labelSelector
                .path("matchLabels")
                .properties()
                .forEach(e -> parts.add(e.getKey() + "=" + e.getValue().asText()));
        for (JsonNode expression : labelSelector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            String key = expression.path("key").asText();
            String in = "(" + String.join(",", values) + ")";
            parts.add(
                    switch (expression.path("operator").asText()) {
                        case "In" -> key + " in " + in;
                        case "NotIn" -> key + " notin " + in;
                        case "Exists" -> key;
                        default -> "!" + key;
                    });
        }
        return String.join(",", parts);
    }

    /** Whether an object has such labels. */
    public boolean matches(JsonNode object) {
        Map<String, String> own = new TreeMap<>();
        object.path("metadata")
                .path("labels")
                .properties()
                .forEach(e -> own.put(e.getKey(), e.getValue().asText()));
        return labels.matches(own);
    }

    @Override
    public String toString() {
        return text;
    }
}
