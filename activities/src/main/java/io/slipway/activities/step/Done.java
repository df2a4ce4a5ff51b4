package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step that succeeded.
 *
 * @param summary one line for people
 * @param outputs what later steps may use
 */
public record Done(String summary, Map<String, JsonNode> outputs) {
    public Done {
        outputs = Map.copyOf(outputs);
    }

    /** Success without outputs. */
    public static Done of(String summary) {
        return new Done(summary, Map.of());
    }

    /** Success with a record whose components are the outputs. */
    public static Done of(String summary, Record outputs) {
        Map<String, JsonNode> map = new TreeMap<>();
        Json.tree(outputs).properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return new Done(summary, map);
    }
}
