package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.select.LabelSelector;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StatusException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The name in a proxy's path: {@code [scheme:]name[:port]}.
 *
 * @param name the pod's or service's name
 * @param port a number or a name, empty for the first
 */
record ProxyTarget(String name, String port) {

    static ProxyTarget parse(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts.length) {
            case 1 -> new ProxyTarget(parts[0], "");
            case 2 -> new ProxyTarget(parts[0], parts[1]);
            case 3 -> new ProxyTarget(parts[1], parts[2]);
            default -> throw Refusals.badRequest("invalid proxy target \"%s\"".formatted(text));
        };
    }

    InetSocketAddress pod(ApiBackend backend, String namespace) {
        ObjectNode pod = Targets.pod(backend.store(), namespace, name);
        JsonNode first = pod.at("/spec/containers/0/ports/0/containerPort");
        int number = port.isEmpty() ? first.asInt() : containerPort(pod, port);
        return connect(backend, pod, number);
    }

    InetSocketAddress service(ApiBackend backend, String namespace) {
        ObjectNode service = backend.store()
                .view(Kinds.SERVICE, namespace, name)
                .orElseThrow(() -> Refusals.notFound(Kinds.SERVICE, name));
        JsonNode servicePort = servicePort(service);
        ObjectNode selector = service.objectNode();
        selector.set("matchLabels", service.at("/spec/selector"));
        boolean selects = !service.at("/spec/selector").isEmpty();
        Optional<ObjectNode> pod = backend.store().views(Kinds.POD, namespace).objects().stream()
                .filter(one -> selects && LabelSelector.of(selector).test(one))
                .filter(ProxyTarget::ready)
                .findFirst();
        ObjectNode found = pod.orElseThrow(
                () -> unavailable("no endpoints available for service \"%s\"".formatted(name), Kinds.SERVICE));
        String target =
                servicePort.path("targetPort").asText(servicePort.path("port").asText());
        return connect(backend, found, containerPort(found, target));
    }

    private JsonNode servicePort(ObjectNode service) {
        for (JsonNode one : service.at("/spec/ports")) {
            if (port.isEmpty()
                    || port.equals(one.path("name").asText())
                    || port.equals(one.path("port").asText())) {
                return one;
            }
        }
        throw unavailable("no service port \"%s\" found for service \"%s\"".formatted(port, name), Kinds.SERVICE);
    }

    private InetSocketAddress connect(ApiBackend backend, ObjectNode pod, int number) {
        return backend.runtime()
                .get()
                .connect(Meta.namespace(pod), Meta.name(pod), number)
                .orElseThrow(() -> unavailable(
                        "error trying to reach service: dial tcp %s:%d: connect: connection refused"
                                .formatted(pod.at("/status/podIP").asText(), number),
                        Kinds.POD));
    }

    private static int containerPort(ObjectNode pod, String port) {
        if (port.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(port);
        }
        for (JsonNode container : pod.at("/spec/containers")) {
            for (JsonNode one : container.path("ports")) {
                if (one.path("name").asText().equals(port)) {
                    return one.path("containerPort").asInt();
                }
            }
        }
        throw Refusals.badRequest("pod \"%s\" has no port named \"%s\"".formatted(Meta.name(pod), port));
    }

    private static boolean ready(ObjectNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True") && !Meta.deleting(pod);
            }
        }
        return false;
    }

    private StatusException unavailable(String message, ResourceKind kind) {
        Status.Details about = new Status.Details(kind.group(), kind.plural(), name, "", List.of(), 0);
        return Refusals.refusal(503, "ServiceUnavailable", message, about);
    }
}
