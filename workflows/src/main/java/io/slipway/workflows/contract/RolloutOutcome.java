package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How a rollout ended. One that failed or was aborted fails its workflow instead.
 *
 * @param rollout id of the rollout
 * @param status {@code succeeded}
 * @param outputs what it yields
 * @param summary one line for people
 */
public record RolloutOutcome(String rollout, String status, Map<String, JsonNode> outputs, String summary) {
    public RolloutOutcome {
        outputs = outputs == null ? Map.of() : Map.copyOf(outputs);
    }
}
