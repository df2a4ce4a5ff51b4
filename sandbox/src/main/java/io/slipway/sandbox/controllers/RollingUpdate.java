package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The limits of a rolling update.
 *
 * @param surge pods above the wanted number
 * @param unavailable pods that may be missing
 */
record RollingUpdate(int surge, int unavailable) {
    /** Reads numbers and percentages as the API does: surge is rounded up, unavailable down, never both zero. */
    static RollingUpdate of(JsonNode deployment) {
        int replicas = deployment.path("spec").path("replicas").asInt(1);
        JsonNode limits = deployment.path("spec").path("strategy").path("rollingUpdate");
        int surge = amount(limits.path("maxSurge"), replicas, true);
        int unavailable = amount(limits.path("maxUnavailable"), replicas, false);
        return new RollingUpdate(surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    private static int amount(JsonNode value, int replicas, boolean up) {
        String text = value.asText("25%");
        if (!text.endsWith("%")) {
            return value.asInt(0);
        }
        double share = Integer.parseInt(text.substring(0, text.length() - 1)) * replicas / 100.0;
        return (int) (up ? Math.ceil(share) : Math.floor(share));
    }
}
