package io.slipway.model.plan;

import java.util.List;
import java.util.Optional;

/**
 * A stage in its place.
 *
 * @param name its name
 * @param description its description, or empty
 * @param needs stages that must be done before, also where the file left them to the order
 * @param when CEL source that decides whether the stage runs
 * @param steps its steps in the order of the file
 */
public record PlannedStage(
        String name, String description, List<String> needs, Optional<String> when, List<PlannedStep> steps) {
    public PlannedStage {
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }
}
