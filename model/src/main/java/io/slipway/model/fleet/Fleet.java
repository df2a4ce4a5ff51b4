package io.slipway.model.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet file: which pipeline goes to which targets, in what waves.
 *
 * <pre>{@code
 * slipway: v1
 * fleet: edge
 * pipeline: edge-agent
 * targets: { inventory: inventory.yaml, selector: "region=eu" }
 * waves: [1, 10%, 100%]
 * maxFailures: 2
 * }</pre>
 */
@Doc("A fleet: one pipeline on many targets, in waves.")
@Literal
public record Fleet(
        @Doc("Version of the language: v1.") @Key("slipway") String language,

        @Doc("Name of the fleet; the same as its folder's.") @Key("fleet")
        String name,

        @Doc("Purpose, in one sentence.") Optional<String> description,

        @Doc("The pipeline: the name of a folder next to the fleet's, or the fleet's own folder.")
        String pipeline,

        @Doc("A profile of the pipeline.") Optional<String> profile,
        @Doc("Parameter values for all targets.") Map<String, JsonNode> params,
        @Doc("The targets.") FleetTargets targets,

        @Doc(
                value =
                        "Sizes of the waves in order, as counts or percentages of all targets; the last wave takes the rest.",
                example = "[1, 10%, 100%]")
        @Required
        List<String> waves,

        @Doc("Number or percentage of targets that may fail before no more are started.") @Default("0")
        String maxFailures,

        @Doc("Maximum number of targets at a time.") @Default("10")
        int parallel,

        @Doc("Reaction of a target's rollout to a failed step; 'pause' waits for a person.") @Default("fail")
        OnFailure onFailure,

        @Doc("Gate that a wave must pass before the next one starts.")
        Optional<FleetGate> gate) {
    private static final int MOST_AT_ONCE = 500;

    public Fleet {
        if (parallel < 1 || parallel > MOST_AT_ONCE) {
            throw new IllegalArgumentException("'parallel' must be from 1 to " + MOST_AT_ONCE);
        }
    }
}
