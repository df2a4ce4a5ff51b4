package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What containers get that do not say what they want, by the namespace's LimitRanges.
 *
 * @param requests default requests by resource
 * @param limits default limits by resource
 */
public record LimitDefaults(Map<String, String> requests, Map<String, String> limits) {
    public LimitDefaults {
        requests = Map.copyOf(requests);
        limits = Map.copyOf(limits);
    }

    /** The defaults of these LimitRanges. */
    public static LimitDefaults of(List<JsonNode> limitRanges) {
        Map<String, String> requests = new TreeMap<>();
        Map<String, String> limits = new TreeMap<>();
        for (JsonNode range : limitRanges) {
            for (JsonNode limit : range.path("spec").path("limits")) {
                if (limit.path("type").asText("").equals("Container")) {
                    put(requests, limit.path("defaultRequest"));
                    put(limits, limit.path("default"));
                }
            }
        }
        return new LimitDefaults(requests, limits);
    }

    private static void put(Map<String, String> into, JsonNode amounts) {
        amounts.properties()
                .forEach(entry ->
                        into.putIfAbsent(entry.getKey(), entry.getValue().asText()));
    }

    /** What a container counts for: a limit without a request is also the request, as the API server has it. */
    Map<String, BigDecimal> container(JsonNode container) {
        Map<String, String> asked = new TreeMap<>(requests);
        Map<String, String> most = new TreeMap<>(limits);
        JsonNode resources = container.path("resources");
        resources.path("limits").properties().forEach(entry -> {
            most.put(entry.getKey(), entry.getValue().asText());
            asked.put(entry.getKey(), entry.getValue().asText());
        });
        resources
                .path("requests")
                .properties()
                .forEach(entry -> asked.put(entry.getKey(), entry.getValue().asText()));
        Map<String, BigDecimal> counted = new TreeMap<>();
        asked.forEach((name, amount) -> counted.put("requests." + name, new Quantity(amount).number()));
        most.forEach((name, amount) -> counted.put("limits." + name, new Quantity(amount).number()));
        return counted;
    }
}
