package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.Plan;
import io.slipway.sandbox.sim.SimulationOptions;
import java.util.Optional;

/** Where the sandbox puts the platform that a pipeline expects. */
public final class Namespaces {
    private Namespaces() {}

    /** The pipeline's parameter {@code namespace}, or that of the guides. */
    public static String of(Plan plan) {
        return Optional.ofNullable(plan.params().get("namespace"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .orElse(SimulationOptions.GUIDES);
    }
}
