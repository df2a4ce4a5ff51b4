package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Where in an object there are quantities: only of some built-in kinds does the API server write them in its own way. */
enum QuantityFields {
    /** Here is none, nor further down. */
    NONE,
    /** Here is none, but there may be some further down. */
    BELOW,
    /** All that is here is one. */
    HERE;

    /** By group, kind. */
    private static final Set<String> KINDS = Set.of(
            "/Pod",
            "/PodTemplate",
            "/ReplicationController",
            "/PersistentVolume",
            "/PersistentVolumeClaim",
            "/ResourceQuota",
            "/LimitRange",
            "apps/Deployment",
            "apps/ReplicaSet",
            "apps/StatefulSet",
            "apps/DaemonSet",
            "batch/Job",
            "batch/CronJob",
            "autoscaling/HorizontalPodAutoscaler",
            "node.k8s.io/RuntimeClass");

    private static final Set<String> NAMES = Set.of(
            "requests",
            "limits",
            "capacity",
            "hard",
            "overhead",
            "sizeLimit",
            "divisor",
            "min",
            "max",
            "default",
            "defaultRequest",
            "maxLimitRequestRatio",
            "averageValue");

    /** Those of an object. */
    static QuantityFields of(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        return KINDS.contains(group + "/" + object.path("kind").asText()) ? BELOW : NONE;
    }

    /** Those under a field of what is here. */
    QuantityFields under(String field) {
        if (this != BELOW) {
            return this;
        }
        if (field.equals("metadata")) {
            return NONE;
        }
        return NAMES.contains(field) ? HERE : BELOW;
    }
}
