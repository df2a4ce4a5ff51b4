package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.JsonNode;

/** The quality-of-service class of a pod. */
final class QosClass {
    private QosClass() {}

    static String of(JsonNode pod) {
        boolean any = false;
        boolean guaranteed = true;
        for (JsonNode container : pod.path("spec").path("containers")) {
            JsonNode requests = container.path("resources").path("requests");
            JsonNode limits = container.path("resources").path("limits");
            any |= !requests.isEmpty() || !limits.isEmpty();
            guaranteed &= limits.has("cpu") && limits.has("memory") && (requests.isEmpty() || requests.equals(limits));
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
