package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import java.util.List;

/** The claims of a pod: those that it names, and those of its ephemeral volumes, which are named after both. */
final class PodClaims {
    private PodClaims() {}

    static List<String> of(ObjectNode pod) {
        return pod.path("spec")
                .path("volumes")
                .valueStream()
                .map(volume -> name(pod, volume))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The claim of a volume; empty when it has none. */
    static String name(ObjectNode pod, JsonNode volume) {
        return volume.has("ephemeral")
                ? Meta.name(pod) + "-" + volume.path("name").asText()
                : volume.path("persistentVolumeClaim").path("claimName").asText("");
    }
}
