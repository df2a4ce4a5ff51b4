package io.slipway.model.pipeline;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Early;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Required;
import java.util.List;
import java.util.Optional;

/** A group of steps. */
@Doc("A group of steps; it follows the stage above unless needs says otherwise.")
public record Stage(
        @Doc("Name; kebab-case and unique.") @Key("stage") @Literal
        String name,

        @Doc("What it is for.") @Literal Optional<String> description,

        @Doc("Stages that must be done before; [] to start at once.") @Literal
        Optional<List<String>> needs,

        @Doc("Whether the steps run side by side.") @Default("false") @Literal
        boolean parallel,

        @Doc("Whether it runs at all.") Optional<Early> when,
        @Doc("The steps.") @Required List<Step> steps) {}
