package io.slipway.sandbox.api.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.ContainerRef;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pod and the container a request is about. */
final class Targets {

    private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

    private Targets() {}

    static ObjectNode pod(ObjectStore store, String namespace, String name) {
        return store.view(Kinds.POD, namespace, name).orElseThrow(() -> Refusals.notFound(Kinds.POD, name));
    }

    static ContainerRef container(ObjectNode pod, Optional<String> asked) {
        List<String> names = names(pod);
        String name = asked.orElseGet(() -> preferred(pod, names));
        if (!names.contains(name)) {
            throw Refusals.badRequest("container %s is not valid for pod %s".formatted(name, Meta.name(pod)));
        }
        return new ContainerRef(Meta.namespace(pod), Meta.name(pod), name);
    }

    static JsonNode status(ObjectNode pod, String container) {
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(container)) {
                    return status;
                }
            }
        }
        return pod.objectNode();
    }

    private static String preferred(ObjectNode pod, List<String> names) {
        String annotated = Meta.annotations(pod).get(DEFAULT_CONTAINER);
        int count = pod.at("/spec/containers").size();
        if (annotated == null && count > 1) {
            throw Refusals.badRequest("a container name must be specified for pod %s, choose one of: [%s]"
                    .formatted(Meta.name(pod), String.join(" ", names.subList(0, count))));
        }
        return annotated == null ? names.getFirst() : annotated;
    }

    private static List<String> names(ObjectNode pod) {
        List<String> names = new ArrayList<>();
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
            pod.path("spec")
                    .path(list)
                    .forEach(one -> names.add(one.path("name").asText()));
        }
        return names;
    }
}
