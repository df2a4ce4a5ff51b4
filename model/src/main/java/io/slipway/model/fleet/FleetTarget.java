package io.slipway.model.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.util.Map;
import java.util.Optional;

/** A target of a fleet. */
@Doc("A target of a fleet.")
@Literal
public record FleetTarget(
        @Doc("Its name, unique in the inventory.") String name,
        @Doc("Its kube context (default: its name).") Optional<String> context,
        @Doc("Labels, for selectors.") Map<String, String> labels,

        @Doc("Parameter values, which override those of the fleet.")
        Map<String, JsonNode> params) {
    /** A kube context and nothing else. */
    public static FleetTarget of(String context) {
        return new FleetTarget(context, Optional.empty(), Map.of(), Map.of());
    }

    /** The name under which a worker knows it. */
    public String target() {
        return context.orElse(name);
    }
}
