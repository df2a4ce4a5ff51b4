package io.slipway.model.pipeline;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.Optional;

/** What holds for every step that does not say otherwise. */
@Doc("Defaults for all steps.")
@Literal
public record Defaults(
        @Doc("Timeout of a step.") @Default("10m") Duration timeout,

        @Doc("How often and how soon to retry a failed step.")
        Optional<Retry> retry,

        @Doc("What happens when a step has finally failed.") @Default("pause")
        OnFailure onFailure) {}
