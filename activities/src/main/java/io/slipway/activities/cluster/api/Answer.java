package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A successful answer of the API server.
 *
 * @param code HTTP status
 * @param body the object, list or Status
 * @param warnings texts of its {@code Warning} headers, such as that an API version is deprecated
 */
public record Answer(int code, JsonNode body, List<String> warnings) {
    public Answer {
        warnings = List.copyOf(warnings);
    }

    /** Whether the object is new. */
    public boolean created() {
        return code == 201;
    }
}
