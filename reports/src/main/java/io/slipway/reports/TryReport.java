package io.slipway.reports;

import io.slipway.model.journal.StepStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * One try of a step.
 *
 * @param attempt its number, from 1
 * @param status running, succeeded, skipped or failed
 * @param started when it started
 * @param finished when it ended
 * @param seconds how long it took, or has taken as far as is known
 * @param summary what came of it, in one line
 */
public record TryReport(
        int attempt, StepStatus status, Instant started, Optional<Instant> finished, double seconds, String summary) {}
