package io.slipway.activities.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Room on nodes.
 *
 * @param nodes how many nodes take pods
 * @param cpu free cores
 * @param memory free bytes
 */
record FreeRoom(int nodes, BigDecimal cpu, BigDecimal memory) {
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");
    private static final Set<String> KEEPS_OFF = Set.of("NoSchedule", "NoExecute");

    /** What nodes can give, less what the pods on them asked for. */
    static FreeRoom of(List<JsonNode> nodes, List<JsonNode> pods) {
        List<JsonNode> open = nodes.stream().filter(FreeRoom::schedulable).toList();
        Set<String> names = open.stream().map(node -> name(node)).collect(Collectors.toSet());
        List<JsonNode> running = pods.stream()
                .filter(pod -> names.contains(pod.path("spec").path("nodeName").asText("")))
                .filter(pod -> !OVER.contains(pod.path("status").path("phase").asText("")))
                .toList();
        return new FreeRoom(open.size(), free(open, running, "cpu"), free(open, running, "memory"));
    }

    private static BigDecimal free(List<JsonNode> nodes, List<JsonNode> pods, String resource) {
        BigDecimal free = BigDecimal.ZERO;
        for (JsonNode node : nodes) {
            free = free.add(quantity(node.path("status").path("allocatable").path(resource)));
        }
        for (JsonNode pod : pods) {
            free = free.subtract(asked(pod, resource));
        }
        return free.max(BigDecimal.ZERO);
    }

    /** What the scheduler counts: containers together with side-cars, or the largest init container, and overhead. */
    private static BigDecimal asked(JsonNode pod, String resource) {
        BigDecimal together = BigDecimal.ZERO;
        for (JsonNode container : pod.path("spec").path("containers")) {
            together = together.add(request(container, resource));
        }
        BigDecimal largest = BigDecimal.ZERO;
        for (JsonNode container : pod.path("spec").path("initContainers")) {
            if (container.path("restartPolicy").asText("").equals("Always")) {
                together = together.add(request(container, resource));
            } else {
                largest = largest.max(request(container, resource));
            }
        }
        return together.max(largest)
                .add(quantity(pod.path("spec").path("overhead").path(resource)));
    }

    private static BigDecimal request(JsonNode container, String resource) {
        return quantity(container.path("resources").path("requests").path(resource));
    }

    private static BigDecimal quantity(JsonNode value) {
        return value.isMissingNode() ? BigDecimal.ZERO : new Quantity(value.asText()).number();
    }

    private static boolean schedulable(JsonNode node) {
        boolean kept = node.path("spec")
                .path("taints")
                .valueStream()
                .anyMatch(taint -> KEEPS_OFF.contains(taint.path("effect").asText()));
        boolean ready = node.path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                        && condition.path("status").asText().equals("True"));
        return ready && !kept && !node.path("spec").path("unschedulable").asBoolean(false);
    }

    private static String name(JsonNode node) {
        return node.path("metadata").path("name").asText();
    }
}
