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
@Doc("A group of steps. It waits for the stage above unless 'needs' is set.")
public record Stage(
        @Doc("Name; kebab-case and unique.") @Key("stage") @Literal
        String name,

        @Doc("Purpose.") @Literal Optional<String> description,

        @Doc("Stages to wait for; [] to start at once.") @Literal
        Optional<List<String>> needs,

        @Doc("Whether the steps run in parallel.") @Default("false") @Literal
        boolean parallel,

        @Doc("Condition for running it.") Optional<Early> when,
        @Doc("The steps.") @Required List<Step> steps) {}
