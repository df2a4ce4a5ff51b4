package io.slipway.sandbox.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.FaultKind;
import io.slipway.sandbox.kube.Lineage;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.workloads.Services;
import java.util.Map;
import java.util.Optional;

/** From a host to the service behind it. */
final class RouteTable {
    private static final String UNAVAILABLE =
            "<html><body><h1>Application is not available</h1><p>No route or no endpoint answers for this host.</p></body></html>\n";

    private final Services services;

    RouteTable(Services services) {
        this.services = services;
    }

    SimResponse answer(SimRequest request, boolean secure) {
        String host = request.header("host").orElse("").replaceAll(":\\d+$", "");
        Optional<ObjectNode> route = route(host);
        if (route.isPresent()) {
            return route(request, route.get(), host, secure);
        }
        return ingress(host).map(one -> ingress(request, one)).orElseGet(RouteTable::unavailable);
    }

    private Optional<ObjectNode> route(String host) {
        return services.store().views(Kinds.ROUTE, "").objects().stream()
                .filter(route -> RouteController.admitted(route)
                        && route.path("spec").path("host").asText().equals(host))
                .findFirst();
    }

    private SimResponse route(SimRequest request, ObjectNode route, String host, boolean secure) {
        JsonNode tls = route.path("spec").path("tls");
        Optional<Fault> fault = services.faults()
                .strike(
                        FaultKind.ROUTE_NOT_ANSWERING,
                        Lineage.of(services.store(), Kinds.ROUTE, route),
                        Meta.uid(route));
        if (fault.isPresent()) {
            return SimResponse.text(fault.get().number(0, 503), "text/html", UNAVAILABLE);
        }
        if (!secure && !tls.isMissingNode()) {
            String policy = tls.path("insecureEdgeTerminationPolicy").asText("None");
            if (policy.equals("Redirect")) {
                return new SimResponse(302, Map.of("Location", "https://" + host + request.path()), new byte[0]);
            }
            if (!policy.equals("Allow")) {
                return unavailable();
            }
        }
        if (secure && tls.isMissingNode()) {
            return unavailable();
        }
        String service = route.path("spec").path("to").path("name").asText();
        return forward(
                request,
                Meta.namespace(route),
                service,
                route.path("spec").path("port").path("targetPort"));
    }

    private SimResponse forward(SimRequest request, String namespace, String service, JsonNode target) {
        ObjectNode object =
                services.store().view(Kinds.SERVICE, namespace, service).orElse(null);
        if (object == null) {
            return unavailable();
        }
        int port = port(object, target);
        Dial dial = services.network().dial(new Network.Origin(namespace, ""), service, port);
        return dial instanceof Dial.Connected connected ? connected.endpoint().handle(request) : unavailable();
    }

    /** A route names a port of the service by name, or the port of the pods by number. */
    private static int port(JsonNode service, JsonNode target) {
        JsonNode ports = service.path("spec").path("ports");
        for (JsonNode port : ports) {
            boolean named = port.path("name").asText("").equals(target.asText("-"));
            boolean numbered = port.path("port").asText().equals(target.asText())
                    || port.path("targetPort").asText().equals(target.asText("-"));
            if (named || numbered) {
                return port.path("port").asInt();
            }
        }
        return ports.path(0).path("port").asInt();
    }

    private Optional<ObjectNode> ingress(String host) {
        return services.store().views(Kinds.INGRESS, "").objects().stream()
                .filter(ingress -> ingress.path("spec")
                        .path("rules")
                        .findValuesAsText("host")
                        .contains(host))
                .findFirst();
    }

    private SimResponse ingress(SimRequest request, ObjectNode ingress) {
        for (JsonNode rule : ingress.path("spec").path("rules")) {
            for (JsonNode path : rule.path("http").path("paths")) {
                if (request.path().startsWith(path.path("path").asText("/"))) {
                    JsonNode service = path.path("backend").path("service");
                    JsonNode port = service.path("port");
                    return forward(
                            request,
                            Meta.namespace(ingress),
                            service.path("name").asText(),
                            port.has("number") ? port.path("number") : port.path("name"));
                }
            }
        }
        return unavailable();
    }

    private static SimResponse unavailable() {
        return SimResponse.text(503, "text/html", UNAVAILABLE);
    }
}
