package io.slipway.workflows.rollout;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends in the journal the steps that the end of the rollout cut short. */
final class Unfinished {
    private final Ledger ledger;

    Unfinished(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Writes for each how it ended; a later resume tries it again under a new key. */
    void close(Ending ending) {
        List<JournalEvent> events = ledger.journal().steps().values().stream()
                .map(step -> event(step, ending))
                .flatMap(Optional::stream)
                .toList();
        if (!events.isEmpty()) {
            ledger.write(events);
        }
    }

    private static Optional<JournalEvent> event(StepRecord step, Ending ending) {
        return switch (step.status()) {
            case RUNNING -> Optional.of(stopped(step, ending));
            case RETRYING -> Optional.of(failed(step));
            case PAUSED -> Optional.of(asks(step) ? stopped(step, ending) : failed(step));
            case PENDING, SUCCEEDED, FAILED, SKIPPED, UNDONE -> Optional.empty();
        };
    }

    /** Whether its try is not over: it waits for an answer, and not after a failure. */
    private static boolean asks(StepRecord step) {
        return step.attempt() > 0 && step.result().isEmpty();
    }

    private static JournalEvent failed(StepRecord step) {
        return new JournalEvent.StepMoved(
                step.step(), step.stage(), step.verb(), StepStatus.FAILED, step.reason(), Map.of(), Ledger.now());
    }

    private static JournalEvent stopped(StepRecord step, Ending ending) {
        String word = ending.status().word();
        Failure failure = Failure.of(
                "interrupted: the rollout was " + word, ending.reason(), "resume the rollout, which retries the step");
        return JournalEvent.StepFinished.unheard(step.step(), step.attempt(), StepResult.failed(failure), Ledger.now());
    }
}
