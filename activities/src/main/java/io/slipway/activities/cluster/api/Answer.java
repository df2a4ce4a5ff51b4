package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A successful answer of the API server.
 *
 * @param code HTTP status
 * @param body the object, list or Status
 */
public record Answer(int code, JsonNode body) {
    /** Whether the object is new. */
    public boolean created() {
        return code == 201;
    }
}
