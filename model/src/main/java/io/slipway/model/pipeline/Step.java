package io.slipway.model.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.action.Action;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Early;
import io.slipway.model.spec.Inline;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step: a verb, and what goes around it. */
@Doc("One step: exactly one verb, and what goes around it.")
public record Step(
        @Doc("Name; kebab-case and unique in the pipeline.") @Key("step") @Literal
        String name,

        @Doc("What it is for.") @Literal Optional<String> description,

        @Doc("Sections of the guide it carries out, as section or section/number.") @Literal
        List<String> guide,

        @Doc("Steps of this stage, or stages, that must be done before; [] to start at once.") @Literal
        Optional<List<String>> needs,

        @Doc("Whether it runs at all.") Optional<Early> when,

        @Doc(
                "A list, or an expression that gives one; the step runs once for each element. Its outputs, the verb's and its"
                        + " own, are then lists in the order of the elements.")
        Optional<JsonNode> forEach,

        @Doc("Name of the element in expressions.") @Default("each") @Literal
        String as,

        @Doc("How many elements run side by side.") @Default("1") @Literal
        int parallel,

        @Doc("Time-out of each try.") @Literal Optional<Duration> timeout,
        @Doc("How often and how soon it is tried again.") Optional<Retry> retry,

        @Doc("What happens when it has failed for good.") @Literal
        Optional<OnFailure> onFailure,

        @Doc("How it is undone.") Optional<Undo> undo,

        @Doc(
                "Outputs of its own, as expressions over the verb's; with forEach each is a list of what they give for each"
                        + " element.")
        Map<String, JsonNode> outputs,

        @Doc("What it does.") @Inline Action action) {}
