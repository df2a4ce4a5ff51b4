package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import java.util.List;

/** Reads pods. */
public final class Pods {
    private Pods() {}

    public static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asText("Pending");
    }

    /** Succeeded or Failed. */
    public static boolean finished(JsonNode pod) {
        String phase = phase(pod);
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** The condition Ready. */
    public static boolean ready(JsonNode pod) {
        return Conditions.isTrue(pod.path("status"), "Ready");
    }

    /** Neither finished nor being deleted. */
    public static boolean active(JsonNode pod) {
        return !finished(pod) && !Meta.deleting(pod);
    }

    /** The pods that an owner controls. */
    public static List<ObjectNode> ownedBy(ObjectStore store, JsonNode owner) {
        String uid = Meta.uid(owner);
        return store.views(Kinds.POD, Meta.namespace(owner)).objects().stream()
                .filter(pod -> Meta.controller(pod)
                        .filter(ref -> ref.path("uid").asText().equals(uid))
                        .isPresent())
                .toList();
    }

    /** The status of a container by name; missing when the kubelet has not written it yet. */
    public static JsonNode containerStatus(JsonNode pod, String container) {
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(container)) {
                    return status;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
