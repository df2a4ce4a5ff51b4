package io.slipway.activities.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;

/** What a pod's tree says that matters for getting into it. */
final class PodState {
    private PodState() {}

    static boolean ready(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return false;
        }
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asText("Pending");
    }

    static boolean over(JsonNode pod) {
        String phase = phase(pod);
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** The status of a container, init containers included; a missing node when there is none yet. */
    static JsonNode container(JsonNode pod, String name) {
        for (String list : new String[] {"containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"}) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(name)) {
                    return status;
                }
            }
        }
        return MissingNode.getInstance();
    }

    static boolean terminated(JsonNode pod, String container) {
        return container(pod, container).path("state").has("terminated");
    }

    /** The names of its containers, then those of the init and ephemeral ones. */
    static List<String> containers(JsonNode pod) {
        return Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(list -> pod.path("spec").path(list).valueStream())
                .map(container -> container.path("name").asText())
                .toList();
    }

    /** The container that kubectl takes when none is named. */
    static String defaultContainer(JsonNode pod) {
        String annotated = pod.path("metadata")
                .path("annotations")
                .path("kubectl.kubernetes.io/default-container")
                .asText("");
        return annotated.isEmpty()
                ? pod.path("spec").path("containers").path(0).path("name").asText("")
                : annotated;
    }
}
