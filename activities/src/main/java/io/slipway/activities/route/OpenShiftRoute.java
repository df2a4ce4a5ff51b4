package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Route;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes OpenShift's Route for a step.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/network_apis/route-route-openshift-io-v1">Route</a>
 */
final class OpenShiftRoute implements Opening {
    static final ApiKind ROUTES = ApiKind.namespaced("route.openshift.io/v1", "Route", "routes");
    private static final int WEIGHT = 100;

    private final Route action;
    private final String namespace;
    private final JsonNode port;

    /** A Route; {@code port} is the port of the Service that it leads to. */
    OpenShiftRoute(Route action, String namespace, JsonNode port) {
        this.action = action;
        this.namespace = namespace;
        this.port = port;
    }

    @Override
    public ApiKind kind() {
        return ROUTES;
    }

    @Override
    public ObjectNode object() {
        ObjectNode route = Opening.bare(ROUTES, action, namespace);
        ObjectNode spec = route.putObject("spec");
        action.host().ifPresent(host -> spec.put("host", host));
        action.path().ifPresent(path -> spec.put("path", path));
        spec.putObject("to")
                .put("kind", "Service")
                .put("name", action.service())
                .put("weight", WEIGHT);
        spec.putObject("port").set("targetPort", targetPort(port));
        spec.put("wildcardPolicy", "None");
        if (action.tls() != Route.Tls.NONE) {
            spec.putObject("tls")
                    .put("termination", action.tls().name().toLowerCase(Locale.ROOT))
                    .put("insecureEdgeTerminationPolicy", insecure(action.insecure()));
        }
        return route;
    }

    @Override
    public Optional<Admitted> admitted(JsonNode live) {
        String host = live.path("spec").path("host").asText("");
        for (JsonNode ingress : live.path("status").path("ingress")) {
            if (!host.isEmpty() && !ingress.path("host").asText(host).equals(host)) {
                continue; // what a router said of the host before
            }
            for (JsonNode condition : ingress.path("conditions")) {
                if (condition.path("type").asText().equals("Admitted")) {
                    if (condition.path("status").asText().equals("True")) {
                        return Optional.of(new Admitted(ingress.path("host").asText(), Optional.empty()));
                    }
                    throw refused(condition);
                }
            }
        }
        return Optional.empty();
    }

    private StepFailure refused(JsonNode condition) {
        String reason = condition.path("reason").asText("");
        String fix = switch (reason) {
            case "HostAlreadyClaimed" -> "choose another host, or delete the Route that uses it";
            case "InvalidHost" -> "correct the host";
            case "ExtendedValidationFailed" -> "correct the TLS settings of the Route";
            default -> "see the message of the condition";
        };
        return Admission.failed(
                ROUTES.ref(namespace, Opening.name(action)),
                "was refused by the router",
                reason + ": " + condition.path("message").asText(""),
                fix);
    }

    @Override
    public String whenNobodyLooks() {
        return "check that an IngressController selects the namespace and the Route's labels, and that its router pods run";
    }

    /** A Route names the port as the endpoints do: by the Service port's name, or by the pods' number. */
    private static JsonNode targetPort(JsonNode port) {
        return port.hasNonNull("name")
                ? port.path("name")
                : port.hasNonNull("targetPort") ? port.path("targetPort") : port.path("port");
    }

    private static String insecure(Route.Insecure policy) {
        return switch (policy) {
            case REDIRECT -> "Redirect";
            case ALLOW -> "Allow";
            case NONE -> "None";
        };
    }
}
