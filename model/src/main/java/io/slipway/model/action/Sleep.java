package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Key;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits for a time, durably.
 *
 * <pre>{@code
 * sleep: 5m
 * sleep: { until: "2026-01-01T02:00:00Z" }
 * }</pre>
 */
@Doc("Waits durably, also across a restart of the worker.")
@Verb(changes = false)
@ShortForm("for")
@OneOf({"for", "until"})
public record Sleep(
        @Doc("How long.") @Key("for") Optional<Duration> duration,
        @Doc("Until when, as an ISO-8601 instant.") Optional<Instant> until)
        implements Action.Control {}
