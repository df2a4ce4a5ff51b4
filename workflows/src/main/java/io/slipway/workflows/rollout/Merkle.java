package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Hash;
import io.slipway.model.json.Json;
import io.slipway.model.plan.PlannedStep;
import java.util.List;
import java.util.Map;

/** Hashes that tell whether a step would do the same again. */
final class Merkle {
    private Merkle() {}

    /** Hash of a step: its spec, its files, its resolved inputs, and the hashes of the steps it follows. */
    static String of(PlannedStep step, JsonNode resolved, Map<String, JsonNode> seen, List<String> before) {
        return Hash.of(Json.write(List.of(step.verb(), step.action(), resolved, seen, step.files(), before)));
    }

    /** Hash of a stage: those of its steps in order. */
    static String of(List<String> steps) {
        return Hash.of(String.join("\n", steps));
    }
}
