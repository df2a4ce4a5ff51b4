package io.slipway.workflows.rollout;

import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.Try;
import io.slipway.model.pipeline.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a step goes on that an earlier run has begun: a try under way is taken up under its own key, a failed one is
 * followed by the next, and a step that waits for a person goes on waiting.
 *
 * @param attempt number of the try to run
 * @param spent tries of this round that are over
 * @param paused whether the step waits for a decision
 * @param since when the try under way started
 * @param rest what is left of the wait before the try
 */
record Resumption(int attempt, int spent, boolean paused, Optional<Instant> since, Optional<Duration> rest) {

    /** @param merkle hash of the step as it is now; one that was amended is tried again and does not wait */
    static Resumption of(Run run, Instance instance, String merkle) {
        Optional<StepRecord> known = run.ledger().step(instance.name());
        if (known.isEmpty() || known.get().attempt() == 0) {
            return new Resumption(1, 0, false, Optional.empty(), Optional.empty());
        }
        StepRecord record = known.get();
        int attempt = record.attempt();
        Try last = record.tries().getLast();
        return switch (record.status()) {
            case RUNNING ->
                record.merkle().equals(merkle)
                        ? new Resumption(
                                attempt, attempt - last.round(), false, Optional.of(last.started()), Optional.empty())
                        : new Resumption(attempt + 1, 0, false, Optional.empty(), Optional.empty());
            case RETRYING -> {
                int spent = attempt - last.round() + 1;
                Duration wait = Pacing.wall(
                        instance.step().retry().waitAfter(spent), run.target().pace());
                Duration gone = Duration.between(last.finished().orElse(last.started()), Ledger.now());
                Duration left = wait.minus(gone);
                yield new Resumption(
                        attempt + 1,
                        spent,
                        false,
                        Optional.empty(),
                        left.isNegative() ? Optional.empty() : Optional.of(left));
            }
            case PAUSED ->
                run.asksAgain()
                                && last.finished().isPresent()
                                && record.merkle().equals(merkle)
                        ? new Resumption(attempt, 0, true, Optional.empty(), Optional.empty())
                        : last.finished().isPresent()
                                ? new Resumption(attempt + 1, 0, false, Optional.empty(), Optional.empty())
                                : new Resumption(attempt, 0, false, Optional.of(last.started()), Optional.empty());
            case PENDING, SUCCEEDED, FAILED, SKIPPED, UNDONE ->
                new Resumption(attempt + 1, 0, false, Optional.empty(), Optional.empty());
        };
    }

    /** Number of the last try that {@code retry} allows from here. */
    int lastAttempt(Retry retry) {
        return Math.max(attempt, attempt - spent + retry.attempts() - 1);
    }

    /** Time left of a time-out, when the try under way started in an earlier run. */
    Duration left(Duration timeout) {
        if (since.isEmpty()) {
            return timeout;
        }
        Duration left = timeout.minus(Duration.between(since.get(), Ledger.now()));
        Duration least = Duration.ofSeconds(10);
        return left.compareTo(least) < 0 ? least : left;
    }
}
