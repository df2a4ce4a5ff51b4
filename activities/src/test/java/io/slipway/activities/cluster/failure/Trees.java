package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Builds the small owner trees of the tests. */
final class Trees {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> VERSIONS = Map.of(
            "ReplicaSet", "apps/v1", "Deployment", "apps/v1", "Job", "batch/v1", "Build", "build.openshift.io/v1");

    private Trees() {}

    /** The tree of a case in {@code failure/cases.yaml}. */
    static OwnedTree of(Map<?, ?> entry) {
        String see = text(entry, "see");
        ObjectNode object = object(entry.containsKey("kind") ? text(entry, "kind") : "Pod", "app-1");
        ObjectNode status = object.putObject("status");
        JsonNode event = JSON.createObjectNode();
        switch (see) {
            case "waiting", "ended" -> container(entry, status);
            case "pod" -> {
                status.put("phase", "Failed")
                        .put("reason", text(entry, "reason"))
                        .put("message", text(entry, "message"));
                object.putObject("spec").put("nodeName", "node-1");
            }
            case "condition" ->
                status.putArray("conditions")
                        .addObject()
                        .put("type", text(entry, "type"))
                        .put("status", text(entry, "status"))
                        .put("reason", text(entry, "reason"))
                        .put("message", text(entry, "message"));
            case "phase" -> status.put("phase", text(entry, "reason")).put("message", text(entry, "message"));
            default -> event = event(object, text(entry, "reason"), text(entry, "message"));
        }
        return new OwnedTree(object, List.of(), event.isEmpty() ? List.of() : List.of(event));
    }

    static ObjectNode object(String kind, String name) {
        ObjectNode object = JSON.createObjectNode();
        object.put("apiVersion", VERSIONS.getOrDefault(kind, "v1")).put("kind", kind);
        object.putObject("metadata").put("name", name).put("uid", "uid-of-" + name);
        return object;
    }

    static ObjectNode ownedBy(ObjectNode object, JsonNode owner) {
        ((ObjectNode) object.get("metadata"))
                .putArray("ownerReferences")
                .addObject()
                .set("uid", owner.path("metadata").path("uid"));
        return object;
    }

    static ObjectNode waiting(ObjectNode pod, String reason, String message) {
        container(Map.of("see", "waiting", "reason", reason, "message", message), pod.putObject("status"));
        return pod;
    }

    static JsonNode event(JsonNode about, String reason, String message) {
        ObjectNode event = JSON.createObjectNode();
        event.put("type", "Warning").put("reason", reason).put("message", message);
        ObjectNode involved = event.putObject("involvedObject");
        involved.set("kind", about.path("kind"));
        involved.set("name", about.path("metadata").path("name"));
        involved.set("uid", about.path("metadata").path("uid"));
        return event;
    }

    static JsonNode at(JsonNode event, Instant seen) {
        return ((ObjectNode) event).put("lastTimestamp", seen.toString());
    }

    private static void container(Map<?, ?> entry, ObjectNode status) {
        String list = entry.containsKey("init") ? "initContainerStatuses" : "containerStatuses";
        ObjectNode container = status.put("phase", "Pending").putArray(list).addObject();
        container.put("name", "app").put("image", "example.org/app:1").put("restartCount", 4);
        if (text(entry, "see").equals("waiting")) {
            container
                    .putObject("state")
                    .putObject("waiting")
                    .put("reason", text(entry, "reason"))
                    .put("message", text(entry, "message"));
        }
        if (entry.containsKey("exitCode")) {
            boolean ended = text(entry, "see").equals("ended");
            container
                    .putObject("lastState")
                    .putObject("terminated")
                    .put("exitCode", (Integer) entry.get("exitCode"))
                    .put("reason", ended ? text(entry, "reason") : "Error")
                    .put("message", text(entry, "message"));
        }
    }

    private static String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? "" : value.toString();
    }
}
