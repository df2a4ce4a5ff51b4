package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The defaults of a container. */
final class ContainerDefaults {

    private static final int PERIOD_SECONDS = 10;
    private static final int FAILURES = 3;

    private ContainerDefaults() {}

    static void apply(ObjectNode container) {
        Put.text(
                container, "imagePullPolicy", pullPolicy(container.path("image").asText("")));
        Put.text(container, "terminationMessagePath", "/dev/termination-log");
        Put.text(container, "terminationMessagePolicy", "File");
        Put.object(container, "resources");
        for (JsonNode port : container.path("ports")) {
            if (port instanceof ObjectNode object) {
                Put.text(object, "protocol", "TCP");
            }
        }
        for (JsonNode env : container.path("env")) {
            if (env.path("valueFrom").path("fieldRef") instanceof ObjectNode ref) {
                Put.text(ref, "apiVersion", "v1");
            }
        }
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode object) {
                probe(object);
            }
        }
    }

    private static void probe(ObjectNode probe) {
        Put.number(probe, "timeoutSeconds", 1);
        Put.number(probe, "periodSeconds", PERIOD_SECONDS);
        Put.number(probe, "successThreshold", 1);
        Put.number(probe, "failureThreshold", FAILURES);
        if (probe.get("httpGet") instanceof ObjectNode http) {
            Put.text(http, "path", "/");
            Put.text(http, "scheme", "HTTP");
        }
    }

    /** An image without a tag, or with the tag that moves, is pulled always. */
    private static String pullPolicy(String image) {
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/') || image.contains("@");
        return !tagged || image.endsWith(":latest") ? "Always" : "IfNotPresent";
    }
}
