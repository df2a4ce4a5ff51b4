package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pod counts for in a quota.
 *
 * @param amounts by the names quotas use: {@code pods}, {@code requests.cpu}, {@code limits.memory} and so on, in base
 *     units
 */
public record PodDemand(Map<String, BigDecimal> amounts) {
    public PodDemand {
        amounts = Map.copyOf(amounts);
    }

    /** What a pod of this spec counts for: containers and side-cars together, or the largest init container, and overhead. */
    public static PodDemand of(JsonNode podSpec, LimitDefaults defaults) {
        Map<String, BigDecimal> together = new TreeMap<>();
        Map<String, BigDecimal> largest = new TreeMap<>();
        podSpec.path("containers").forEach(each -> add(together, defaults.container(each)));
        for (JsonNode each : podSpec.path("initContainers")) {
            if (each.path("restartPolicy").asText("").equals("Always")) {
                add(together, defaults.container(each));
            } else {
                defaults.container(each).forEach((name, amount) -> largest.merge(name, amount, BigDecimal::max));
            }
        }
        largest.forEach((name, amount) -> together.merge(name, amount, BigDecimal::max));
        podSpec.path("overhead").properties().forEach(entry -> {
            BigDecimal amount = new Quantity(entry.getValue().asText()).number();
            together.merge("requests." + entry.getKey(), amount, BigDecimal::add);
            together.merge("limits." + entry.getKey(), amount, BigDecimal::add);
        });
        together.put("pods", BigDecimal.ONE);
        return new PodDemand(together);
    }

    /** What a pod counts for that asks for this much and is limited to it. */
    public static PodDemand of(BigDecimal cpu, BigDecimal memory) {
        return new PodDemand(Map.of(
                "pods", BigDecimal.ONE,
                "requests.cpu", cpu,
                "limits.cpu", cpu,
                "requests.memory", memory,
                "limits.memory", memory));
    }

    /** The same with the claims that a StatefulSet makes for each of its pods. */
    public PodDemand withClaims(JsonNode claimTemplates) {
        Map<String, BigDecimal> all = new TreeMap<>(amounts);
        for (JsonNode claim : claimTemplates) {
            String size = claim.at("/spec/resources/requests/storage").asText("0");
            all.merge("requests.storage", new Quantity(size).number(), BigDecimal::add);
            all.merge("persistentvolumeclaims", BigDecimal.ONE, BigDecimal::add);
        }
        return new PodDemand(all);
    }

    /** How much of a quota's resource it takes; zero when nothing. */
    BigDecimal of(String resource) {
        return amounts.getOrDefault(canonical(resource), BigDecimal.ZERO);
    }

    private static String canonical(String resource) {
        return switch (resource) {
            case "cpu", "memory", "ephemeral-storage" -> "requests." + resource;
            case "count/pods" -> "pods";
            case "count/persistentvolumeclaims" -> "persistentvolumeclaims";
            default -> resource;
        };
    }

    private static void add(Map<String, BigDecimal> sum, Map<String, BigDecimal> more) {
        more.forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add));
    }
}
