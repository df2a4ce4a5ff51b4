package io.slipway.model.pipeline;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.Optional;

/** What holds for every step that does not say otherwise. */
@Doc("What holds for every step that does not say otherwise.")
@Literal
public record Defaults(
        @Doc("Time-out of a step.") @Default("10m") Duration timeout,

        @Doc("How often and how soon a failed step is tried again.")
        Optional<Retry> retry,

        @Doc("What happens when a step has failed for good.") @Default("pause")
        OnFailure onFailure) {}
