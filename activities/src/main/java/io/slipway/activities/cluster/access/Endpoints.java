package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.NotFound;
import io.slipway.activities.step.StepFailure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the pods behind a Service and the port they listen on. */
final class Endpoints {
    static final ApiKind SLICES = ApiKind.namespaced("discovery.k8s.io/v1", "EndpointSlice", "endpointslices");

    private final Cluster cluster;

    /**
     * A pod that serves.
     *
     * @param pod its name
     * @param port the port of the pod
     */
    record Backend(String pod, int port) {}

    Endpoints(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The port of a Service with its number and name. */
    JsonNode port(String namespace, ServicePort wanted) throws InterruptedException {
        JsonNode service = service(namespace, wanted.service());
        for (JsonNode port : service.path("spec").path("ports")) {
            if (port.path("port").asText().equals(wanted.port())
                    || port.path("name").asText("").equals(wanted.port())) {
                return port;
            }
        }
        throw StepFailure.permanent(
                "service/" + wanted.service() + " has no port " + wanted.port(),
                "its ports are " + Backless.ports(service),
                "name one of its ports");
    }

    /** The Service itself. */
    JsonNode service(String namespace, String name) throws InterruptedException {
        return cluster.api()
                .get(Cluster.SERVICES, namespace, name)
                .orElseThrow(() -> NotFound.of("service/" + name, namespace));
    }

    /** All ready pods behind a port, by name. */
    List<Backend> ready(String namespace, ServicePort wanted, JsonNode servicePort) throws InterruptedException {
        String name = servicePort.path("name").asText("");
        List<JsonNode> slices = cluster.api()
                .list(SLICES, namespace, ListQuery.labels("kubernetes.io/service-name=" + wanted.service()));
        return slices.stream()
                .flatMap(slice -> backends(slice, name))
                .sorted(Comparator.comparing(Backend::pod))
                .toList();
    }

    private static Stream<Backend> backends(JsonNode slice, String portName) {
        for (JsonNode port : slice.path("ports")) {
            if (port.path("name").asText("").equals(portName)) {
                int number = port.path("port").asInt();
                return slice.path("endpoints")
                        .valueStream()
                        .filter(endpoint ->
                                endpoint.path("conditions").path("ready").asBoolean(true))
                        .filter(endpoint ->
                                endpoint.path("targetRef").path("kind").asText().equals("Pod"))
                        .map(endpoint -> new Backend(
                                endpoint.path("targetRef").path("name").asText(), number));
            }
        }
        return Stream.empty();
    }
}
