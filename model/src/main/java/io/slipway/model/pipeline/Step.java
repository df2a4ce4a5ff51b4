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
@Doc("A step: exactly one verb and its settings.")
public record Step(
        @Doc("Name; kebab-case and unique in the pipeline.") @Key("step") @Literal
        String name,

        @Doc("Purpose.") @Literal Optional<String> description,

        @Doc("Sections of the guide it covers, as section or section/number.") @Literal
        List<String> guide,

        @Doc("Steps of this stage, or stages, to wait for; [] to start at once.") @Literal
        Optional<List<String>> needs,

        @Doc("Condition for running it.") Optional<Early> when,

        @Doc(
                "A list, or an expression that returns one; the step runs once per element. Its outputs, the verb's and its"
                        + " own, are lists in the order of the elements.")
        Optional<JsonNode> forEach,

        @Doc("Name of the element in expressions.") @Default("each") @Literal
        String as,

        @Doc("Number of elements to run in parallel.") @Default("1") @Literal
        int parallel,

        @Doc("Timeout of each try.") @Literal Optional<Duration> timeout,
        @Doc("How often and how soon to retry it.") Optional<Retry> retry,

        @Doc("What happens when it has finally failed.") @Literal
        Optional<OnFailure> onFailure,

        @Doc("How to undo it.") Optional<Undo> undo,

        @Doc("The step's own outputs, as expressions over the verb's; with forEach each is a list with one value per"
                + " element.")
        Map<String, JsonNode> outputs,

        @Doc("The verb.") @Inline Action action) {}
