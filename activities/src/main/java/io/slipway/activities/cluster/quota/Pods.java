package io.slipway.activities.cluster.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The pods that an object stands for.
 *
 * @param spec of each of them
 * @param claims templates of the claims of each
 * @param count how many
 */
record Pods(JsonNode spec, JsonNode claims, long count) {
    private static final Pods NONE = new Pods(MissingNode.getInstance(), MissingNode.getInstance(), 0);

    /**
     * The pods of a Pod, Job, Deployment, ReplicaSet or StatefulSet; none of others, and of DaemonSets, whose number the
     * nodes decide.
     *
     * @param before the same object's pods until now, whose number stays when it is not said; null for none
     */
    static Pods of(JsonNode object, Pods before) {
        JsonNode spec = object.path("spec");
        long usual = before == null || before.count() == 0 ? 1 : before.count();
        return switch (object.path("kind").asText()) {
            case "Pod" -> new Pods(spec, MissingNode.getInstance(), 1);
            case "Job" ->
                new Pods(
                        template(spec),
                        MissingNode.getInstance(),
                        spec.path("parallelism").asLong(1));
            case "Deployment", "ReplicaSet", "StatefulSet" ->
                new Pods(
                        template(spec),
                        spec.path("volumeClaimTemplates"),
                        spec.path("replicas").asLong(usual));
            default -> NONE;
        };
    }

    private static JsonNode template(JsonNode spec) {
        return spec.path("template").path("spec");
    }

    PodDemand demand(LimitDefaults defaults) {
        return PodDemand.of(spec, defaults).withClaims(claims);
    }
}
