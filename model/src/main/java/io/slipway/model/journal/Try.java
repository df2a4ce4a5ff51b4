package io.slipway.model.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One try of a step.
 *
 * @param attempt its number, from 1
 * @param started when it started
 * @param finished when it ended
 * @param result what came of it
 */
public record Try(int attempt, Instant started, Optional<Instant> finished, Optional<StepResult> result) {}
