package io.slipway.activities.restart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.named.NamedObject;
import io.slipway.activities.step.StepFailure;
import java.util.Set;

/**
 * A workload whose pods are replaced when its template changes.
 *
 * @param object the workload
 */
record Restartable(NamedObject object) {
    /** Annotation of the pod template with the key of the try that last restarted it. */
    static final String RESTARTED = "slipway.io/restarted";

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    Restartable {
        String kind = object.ref().kind();
        JsonNode spec = object.tree().path("spec");
        if (!KINDS.contains(kind) || !object.ref().group().equals("apps")) {
            throw refused(
                    object,
                    "a " + kind + " does not manage pods",
                    "name one of " + String.join(", ", KINDS.stream().sorted().toList()));
        }
        if (spec.path("paused").asBoolean(false)) {
            throw refused(
                    object,
                    "its rollout is paused",
                    "resume it: kubectl rollout resume " + object.ref().display());
        }
        if (spec.path("updateStrategy").path("type").asText("").equals("OnDelete")) {
            throw refused(
                    object,
                    "its update strategy is OnDelete, so its pods are not replaced",
                    "delete its pods with a delete step, or change the strategy to RollingUpdate");
        }
    }

    private static StepFailure refused(NamedObject object, String cause, String fix) {
        return StepFailure.permanent(object.ref().place() + " cannot be restarted", cause, fix);
    }

    /** The key under which it was last restarted, or an empty text. */
    String restarted() {
        return object.tree()
                .at("/spec/template/metadata/annotations")
                .path(RESTARTED)
                .asText("");
    }

    /** A merge patch that makes it replace its pods; an empty key takes the annotation away. */
    static ObjectNode patch(String key) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode annotations = patch.withObject("/spec/template/metadata/annotations");
        if (key.isEmpty()) {
            annotations.putNull(RESTARTED);
        } else {
            annotations.put(RESTARTED, key);
        }
        return patch;
    }

    /** The revision its pods have, as its kind counts. */
    static String revision(JsonNode live) {
        String deployment = live.at("/metadata/annotations")
                .path("deployment.kubernetes.io/revision")
                .asText("");
        String set = live.at("/status/updateRevision").asText("");
        return !deployment.isEmpty()
                ? deployment
                : !set.isEmpty() ? set : live.at("/metadata/generation").asText("");
    }
}
