package io.slipway.activities.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.model.action.Route;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTPRoute of the Gateway API. TLS ends at the listeners of its Gateway.
 *
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API</a>
 */
final class HttpRouteOpening implements Opening {
    static final ApiKind ROUTES = ApiKind.namespaced("gateway.networking.k8s.io/v1", "HTTPRoute", "httproutes");

    private final Route action;
    private final String namespace;
    private final JsonNode port;
    private final JsonNode gateway;

    HttpRouteOpening(Route action, String namespace, JsonNode port, JsonNode gateway) {
        this.action = action;
        this.namespace = namespace;
        this.port = port;
        this.gateway = gateway;
        if (action.tlsSecret().isPresent() || action.ingressClass().isPresent()) {
            throw Opening.unfit(
                    action.tlsSecret().isPresent() ? "tlsSecret" : "ingressClass",
                    "HTTPRoutes have none; their Gateway has",
                    "set it on the listener of " + ObjectRef.of(gateway).display() + ", and omit it here");
        }
        if (action.tls() == Route.Tls.REENCRYPT || action.tls() == Route.Tls.PASSTHROUGH) {
            throw Opening.unfit(
                    "tls: " + action.tls().name().toLowerCase(Locale.ROOT),
                    "an HTTPRoute receives what its Gateway has decrypted",
                    "write 'tls: edge' or 'tls: none'");
        }
    }

    @Override
    public ApiKind kind() {
        return ROUTES;
    }

    @Override
    public ObjectNode object() {
        ObjectNode route = Opening.bare(ROUTES, action, namespace);
        ObjectNode spec = route.putObject("spec");
        ObjectRef parent = ObjectRef.of(gateway);
        spec.putArray("parentRefs").addObject().put("name", parent.name()).put("namespace", parent.namespace());
        action.host().ifPresent(host -> spec.putArray("hostnames").add(host));
        ObjectNode rule = spec.putArray("rules").addObject();
        rule.putArray("matches")
                .addObject()
                .putObject("path")
                .put("type", "PathPrefix")
                .put("value", action.path().orElse("/"));
        rule.putArray("backendRefs")
                .addObject()
                .put("name", action.service())
                .put("port", port.path("port").asInt());
        return route;
    }

    @Override
    public Optional<Admitted> admitted(JsonNode live) {
        for (JsonNode parent : live.at("/status/parents")) {
            if (!parent.at("/parentRef/name")
                    .asText()
                    .equals(ObjectRef.of(gateway).name())) {
                continue;
            }
            long generation = live.at("/metadata/generation").asLong();
            boolean accepted = holds(parent, "Accepted", generation);
            boolean resolved = holds(parent, "ResolvedRefs", generation);
            if (accepted && resolved) {
                String address = gateway.at("/status/addresses/0/value").asText("");
                Optional<String> known = Optional.of(address).filter(text -> !text.isEmpty());
                return Optional.of(new Admitted(action.host().orElse(address), known));
            }
        }
        return Optional.empty();
    }

    /** Whether a condition says so of the route as it is now; one of an earlier generation says nothing. */
    private boolean holds(JsonNode parent, String type, long generation) {
        for (JsonNode condition : parent.path("conditions")) {
            boolean current = condition.path("observedGeneration").asLong(generation) >= generation;
            if (current && condition.path("type").asText().equals(type)) {
                if (condition.path("status").asText().equals("False")) {
                    throw Admission.failed(
                            ROUTES.ref(namespace, Opening.name(action)),
                            "was refused by " + ObjectRef.of(gateway).display(),
                            condition.path("reason").asText() + ": "
                                    + condition.path("message").asText(),
                            "check hostnames and allowedRoutes of the Gateway's listeners, and the Service");
                }
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    @Override
    public String whenNobodyLooks() {
        return "check that " + ObjectRef.of(gateway).display()
                + " is programmed and the controller of its GatewayClass is running";
    }
}
