package io.slipway.model.fleet;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import java.time.Duration;
import java.util.Optional;

/** What a wave must pass before the next one begins. */
@Doc("Gate that a wave must pass before the next one starts. A target that does not pass counts as failed.")
@Literal
public record FleetGate(
        @Doc("How long to wait before the checks.") Optional<Duration> after,

        @Doc("Whether to re-validate the pipeline on every target of the wave: readiness, checks and drift, read-only.")
        @Default("true")
        boolean revalidate) {}
