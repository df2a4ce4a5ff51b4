package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.PlannedStep;
import java.util.Map;
import java.util.Optional;

/**
 * A step, or one element of its loop.
 *
 * @param step the step of the plan
 * @param name its name in the journal: the step's, or {@code step[element]}
 * @param each the element, for expressions
 */
record Instance(PlannedStep step, String name, Optional<JsonNode> each) {
    static Instance of(PlannedStep step) {
        return new Instance(step, step.name(), Optional.empty());
    }

    /** The scope with the element in it. */
    Map<String, JsonNode> within(Map<String, JsonNode> scope) {
        each.ifPresent(element -> {
            scope.put(step.as(), element);
            scope.put("each", element);
        });
        return scope;
    }
}
