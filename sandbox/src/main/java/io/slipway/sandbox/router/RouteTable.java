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
import java.util.Comparator;
import java.util.List;
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
        Optional<ObjectNode> route = route(host, request.path());
        if (route.isPresent()) {
            return route(request, route.get(), host, secure);
        }
        Optional<ObjectNode> ingress = ingress(host);
        if (ingress.isPresent()) {
            return ingress(request, ingress.get(), host, secure);
        }
        return httpRoute(host).map(one -> httpRoute(request, one)).orElseGet(RouteTable::unavailable);
    }

    /** Of the Routes of a host the one whose path fits best. */
    private Optional<ObjectNode> route(String host, String path) {
        return new RouteClaims(services.store())
                .of(host).stream()
                        .filter(route -> RouteController.admitted(route) && isBelow(path, RouteClaims.path(route)))
                        .max(Comparator.comparingInt(
                                route -> RouteClaims.path(route).length()));
    }

    private static boolean isBelow(String path, String prefix) {
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return prefix.isEmpty() || (path.replaceAll("\\?.*", "") + "/").startsWith(folder);
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
                .filter(ingress -> IngressController.admitted(ingress)
                        && ingress.path("spec")
                                .path("rules")
                                .findValuesAsText("host")
                                .contains(host))
                .findFirst();
    }

    /** The older an HTTPRoute, the more it has to say; here the first one is enough. */
    private Optional<ObjectNode> httpRoute(String host) {
        return services.store().views(GatewayKinds.ROUTE, "").objects().stream()
                .filter(route -> HttpRouteController.accepted(route)
                        && names(route.at("/spec/hostnames")).contains(host))
                .findFirst();
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private SimResponse httpRoute(SimRequest request, ObjectNode route) {
        for (JsonNode rule : route.at("/spec/rules")) {
            String prefix = rule.at("/matches/0/path/value").asText("/");
            if (request.path().startsWith(prefix)) {
                JsonNode backend = rule.at("/backendRefs/0");
                return forward(
                        request, Meta.namespace(route), backend.path("name").asText(), backend.path("port"));
            }
        }
        return SimResponse.plain(404, "no rule of the HTTPRoute fits\n");
    }

    private SimResponse ingress(SimRequest request, ObjectNode ingress, String host, boolean secure) {
        boolean redirect = Meta.annotations(ingress)
                .getOrDefault("nginx.ingress.kubernetes.io/ssl-redirect", "true")
                .equals("true");
        if (!secure && redirect && ingress.at("/spec/tls").size() > 0) {
            return new SimResponse(308, Map.of("Location", "https://" + host + request.path()), new byte[0]);
        }
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
