package io.slipway.model.fleet;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.ShortForm;
import java.util.List;
import java.util.Optional;

/** The targets of a fleet. */
@Doc("The targets: kube contexts by name, or a selection from an inventory.")
@ShortForm(value = "contexts", list = "contexts")
@OneOf({"contexts", "inventory"})
@Literal
public record FleetTargets(
        @Doc("Kube contexts.") List<String> contexts,

        @Doc("A file in the fleet's folder that lists targets.")
        Optional<FilePath> inventory,

        @Doc(
                value = "Label selector for targets of the inventory (default: all).",
                example = "\"region=eu,ring!=canary\"")
        Optional<String> selector) {}
