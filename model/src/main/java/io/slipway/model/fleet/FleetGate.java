package io.slipway.model.fleet;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.Optional;

/** What a wave must pass before the next one begins. */
@Doc("What a wave must pass before the next one begins. One that does not pass counts as a failed target.")
@Literal
public record FleetGate(
        @Doc("How long the wave is left alone first.") Optional<Duration> after,

        @Doc(
                "Whether the pipeline is re-validated on every target of the wave: readiness, checks and drift, reading only.")
        @Default("true")
        boolean revalidate) {}
