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
            return anew(1);
        }
        StepRecord record = known.get();
        Try last = record.tries().getLast();
        boolean same = record.merkle().equals(merkle);
        return switch (record.status()) {
            case RUNNING -> same ? underWay(last, last.attempt() - last.round()) : anew(last.attempt() + 1);
            case RETRYING -> afterWait(last, run, instance.step().retry());
            case PAUSED -> {
                if (last.finished().isEmpty()) {
                    yield underWay(last, 0); // it asks a person itself
                }
                yield same && run.asksAgain(record) ? waiting(last) : anew(last.attempt() + 1);
            }
            case PENDING, SUCCEEDED, FAILED, SKIPPED, UNDONE -> anew(last.attempt() + 1);
        };
    }

    /** A try that begins a round of its own. */
    private static Resumption anew(int attempt) {
        return new Resumption(attempt, 0, false, Optional.empty(), Optional.empty());
    }

    /** The last try goes on. */
    private static Resumption underWay(Try last, int spent) {
        return new Resumption(last.attempt(), spent, false, Optional.of(last.started()), Optional.empty());
    }

    /** The last try has failed, and a person is asked what to do. */
    private static Resumption waiting(Try last) {
        return new Resumption(last.attempt(), 0, true, Optional.empty(), Optional.empty());
    }

    /** The last try has failed, and the next of its round starts after what is left of the wait. */
    private static Resumption afterWait(Try last, Run run, Retry retry) {
        int spent = last.attempt() - last.round() + 1;
        Duration wait = Pacing.wall(retry.waitAfter(spent), run.target().pace());
        Duration gone = Duration.between(last.finished().orElse(last.started()), Ledger.now());
        Optional<Duration> rest = Optional.of(wait.minus(gone)).filter(left -> !left.isNegative());
        return new Resumption(last.attempt() + 1, spent, false, Optional.empty(), rest);
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
