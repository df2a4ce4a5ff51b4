package io.slipway.model.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.yaml.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces {@code ${NAME}}, for the listed names only, by the parameter of that name: {@code NAME} itself, or the one
 * that differs only in case and underscores, as {@code projectId} for {@code PROJECT_ID}.
 *
 * @param values text by name
 */
record Substitution(Map<String, String> values) {

    static Substitution of(List<String> names, Map<String, ?> scope, Place place) {
        Map<String, String> params = params(scope.get("params"));
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String param = Substitutes.param(name, params.keySet())
                    .orElseThrow(() -> new ManifestException(
                            place, "substitute names '" + name + "', and there is no parameter of that name"));
            values.put(name, params.get(param));
        }
        return new Substitution(values);
    }

    String apply(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    boolean isIn(String text) {
        return values.keySet().stream().anyMatch(name -> text.contains("${" + name + "}"));
    }

    private static Map<String, String> params(Object params) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (params instanceof JsonNode node) {
            node.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        } else if (params instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    texts.put(String.valueOf(key), value instanceof JsonNode node ? text(node) : String.valueOf(value)));
        }
        return texts;
    }

    private static String text(JsonNode node) {
        return node.isContainerNode() ? node.toString() : node.asText();
    }
}
