package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The defaults of a pod's spec, alone or in a template. */
final class PodDefaults {

    private static final int GRACE_SECONDS = 30;
    /** {@code 0644}. */
    private static final int FILE_MODE = 420;

    private PodDefaults() {}

    static void spec(ObjectNode spec) {
        Put.text(spec, "restartPolicy", "Always");
        Put.text(spec, "dnsPolicy", "ClusterFirst");
        Put.text(spec, "schedulerName", "default-scheduler");
        Put.number(spec, "terminationGracePeriodSeconds", GRACE_SECONDS);
        Put.object(spec, "securityContext");
        if (spec.has("serviceAccountName")) {
            spec.set("serviceAccount", spec.get("serviceAccountName"));
        } else if (spec.has("serviceAccount")) {
            spec.set("serviceAccountName", spec.get("serviceAccount"));
        }
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode container : spec.path(list)) {
                if (container instanceof ObjectNode object) {
                    ContainerDefaults.apply(object);
                }
            }
        }
        for (JsonNode volume : spec.path("volumes")) {
            if (volume instanceof ObjectNode object) {
                volume(object);
            }
        }
    }

    /** Only of a pod that will run: requests follow limits. */
    static void pod(ObjectNode pod) {
        ObjectNode spec = Put.object(pod, "spec");
        spec(spec);
        Put.flag(spec, "enableServiceLinks", true);
        spec.path("containers").forEach(container -> {
            if (container.path("resources").path("limits") instanceof ObjectNode limits) {
                ObjectNode requests = Put.object((ObjectNode) container.get("resources"), "requests");
                limits.properties().forEach(limit -> {
                    if (!requests.has(limit.getKey())) {
                        requests.set(limit.getKey(), limit.getValue());
                    }
                });
            }
        });
        Put.text(Put.object(pod, "status"), "phase", "Pending");
    }

    private static void volume(ObjectNode volume) {
        for (String source : List.of("secret", "configMap", "projected", "downwardAPI")) {
            if (volume.get(source) instanceof ObjectNode object) {
                Put.number(object, "defaultMode", FILE_MODE);
            }
        }
        if (volume.get("hostPath") instanceof ObjectNode path) {
            Put.text(path, "type", "");
        }
        if (volume.size() == 1 && volume.has("name")) {
            volume.putObject("emptyDir");
        }
    }
}
