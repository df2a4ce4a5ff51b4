package io.slipway.model.fleet;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Required;
import java.util.List;

/** A file that lists targets. */
@Doc("An inventory: targets with labels and parameter values.")
@Literal
public record Inventory(
        @Doc("The targets, in the order in which they are rolled out.") @Required
        List<FleetTarget> targets) {}
