package io.slipway.model.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One try of a step.
 *
 * @param attempt its number, from 1
 * @param round number of the first of those tries that follow one another without anybody's decision; {@code retry} counts
 *     from it
 * @param started when it started
 * @param finished when it ended
 * @param result what came of it
 */
public record Try(int attempt, int round, Instant started, Optional<Instant> finished, Optional<StepResult> result) {
    public Try {
        round = Math.max(1, round); // written before there was such a thing
    }

    static Try begun(int attempt, int round, Instant at) {
        return new Try(attempt, round, at, Optional.empty(), Optional.empty());
    }

    /** A try that was cut short may be ended twice: by its worker, who knows what it had done, and by the rollout's end. */
    Try ended(StepResult how, Instant at) {
        StepResult kept = result.filter(known -> how.detail().isEmpty())
                .map(how::evidencedBy)
                .orElse(how);
        return new Try(attempt, round, started, Optional.of(at), Optional.of(kept));
    }
}
