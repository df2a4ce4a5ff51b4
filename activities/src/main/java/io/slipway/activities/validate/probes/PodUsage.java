package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the containers of a pod use.
 *
 * @param pod its name
 * @param containers its containers
 */
record PodUsage(String pod, List<Container> containers) {
    PodUsage {
        containers = List.copyOf(containers);
    }

    /** Use and limit of a container, as quantities. */
    record Container(
            String name, Quantity cpu, Quantity memory, Optional<Quantity> cpuLimit, Optional<Quantity> memoryLimit) {

        String line() {
            return name + " cpu " + cpu + limit(cpuLimit) + " memory " + memory + limit(memoryLimit);
        }

        private static String limit(Optional<Quantity> limit) {
            return limit.map(value -> "/" + value).orElse("");
        }

        Map<String, Object> value() {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("name", name);
            value.put("cpu", cpu.number().doubleValue());
            value.put("memory", memory.number().longValue());
            cpuLimit.ifPresent(limit -> value.put("cpuLimit", limit.number().doubleValue()));
            memoryLimit.ifPresent(
                    limit -> value.put("memoryLimit", limit.number().longValue()));
            return value;
        }
    }

    /** The figures of the metrics API beside the limits of the pod's spec. */
    static PodUsage of(JsonNode pod, JsonNode metrics) {
        List<Container> containers = new ArrayList<>();
        for (JsonNode used : metrics.path("containers")) {
            String name = used.path("name").asText();
            JsonNode limits = limits(pod, name);
            containers.add(new Container(
                    name,
                    new Quantity(used.path("usage").path("cpu").asText("0")),
                    new Quantity(used.path("usage").path("memory").asText("0")),
                    quantity(limits.path("cpu")),
                    quantity(limits.path("memory"))));
        }
        return new PodUsage(pod.path("metadata").path("name").asText(), containers);
    }

    private static JsonNode limits(JsonNode pod, String container) {
        for (JsonNode spec : pod.path("spec").path("containers")) {
            if (spec.path("name").asText().equals(container)) {
                return spec.path("resources").path("limits");
            }
        }
        return pod.path("spec").path("none");
    }

    private static Optional<Quantity> quantity(JsonNode limit) {
        return limit.isMissingNode() ? Optional.empty() : Optional.of(new Quantity(limit.asText()));
    }

    /** What is above its limit, a line each. */
    List<String> above() {
        List<String> above = new ArrayList<>();
        for (Container container : containers) {
            container
                    .cpuLimit()
                    .filter(limit -> container.cpu().compareTo(limit) > 0)
                    .ifPresent(limit -> above.add(line(container, "CPU", container.cpu(), limit)));
            container
                    .memoryLimit()
                    .filter(limit -> container.memory().compareTo(limit) > 0)
                    .ifPresent(limit -> above.add(line(container, "memory", container.memory(), limit)));
        }
        return above;
    }

    private String line(Container container, String what, Quantity used, Quantity limit) {
        return "pod/" + pod + " container " + container.name() + " uses " + used + " " + what + ", its limit is "
                + limit;
    }

    String line() {
        return pod + ": " + containers.stream().map(Container::line).collect(Collectors.joining(", "));
    }

    Map<String, Object> value() {
        return Map.of(
                "name",
                pod,
                "containers",
                containers.stream().map(Container::value).toList());
    }
}
