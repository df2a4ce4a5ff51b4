package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepFailure;
import java.util.stream.Collectors;

/** Why no pod is behind a Service, or not behind the port that was asked for. */
final class Backless {
    private Backless() {}

    /** The failure of a step that cannot reach it. */
    static StepFailure failure(String namespace, JsonNode service) {
        JsonNode spec = service.path("spec");
        String name = service.path("metadata").path("name").asText();
        String message = "service/" + name + " in namespace " + namespace + " has no ready endpoint";
        if (spec.path("type").asText().equals("ExternalName")) {
            String host = spec.path("externalName").asText();
            return StepFailure.permanent(
                    message,
                    "it is only an alias of " + host + ", outside the cluster",
                    "use that host as 'url' if the step supports it");
        }
        if (spec.path("selector").isEmpty()) {
            return StepFailure.of(
                    message,
                    "it has no spec.selector and therefore no pods, and a worker outside the cluster can only reach"
                            + " pods",
                    "add a selector to the Service, or name another Service; if it stands for a host outside the cluster,"
                            + " use that host");
        }
        return StepFailure.of(
                message,
                "none of the pods its selector matches is ready",
                "wait for its pods with a waitReady step, and compare its selector with their labels");
    }

    /** Its ports as people write them, such as {@code 8081 (rest)}. */
    static String ports(JsonNode service) {
        String ports = service.path("spec")
                .path("ports")
                .valueStream()
                .map(port -> port.path("port").asText()
                        + (port.path("name").asText("").isEmpty()
                                ? ""
                                : " (" + port.path("name").asText() + ")"))
                .collect(Collectors.joining(", "));
        return ports.isEmpty() ? "none" : ports;
    }
}
