package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.model.action.Route;

/**
 * Writes OpenShift's Route for a step.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/network_apis/route-route-openshift-io-v1">Route</a>
 */
final class RouteObject {
    static final ApiKind ROUTES = ApiKind.namespaced("route.openshift.io/v1", "Route", "routes");
    private static final int WEIGHT = 100;

    private RouteObject() {}

    static String name(Route action) {
        return action.name().orElse(action.service());
    }

    /** The Route; {@code port} is the port of the Service that it leads to. */
    static ObjectNode of(Route action, String namespace, JsonNode port) {
        ObjectNode route = JsonNodeFactory.instance.objectNode();
        route.put("apiVersion", ROUTES.apiVersion()).put("kind", ROUTES.kind());
        ObjectNode metadata = route.putObject("metadata");
        metadata.put("name", name(action)).put("namespace", namespace);
        action.labels().forEach(metadata.putObject("labels")::put);
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
                    .put("termination", action.tls().name().toLowerCase(java.util.Locale.ROOT))
                    .put("insecureEdgeTerminationPolicy", insecure(action.insecure()));
        }
        return route;
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
