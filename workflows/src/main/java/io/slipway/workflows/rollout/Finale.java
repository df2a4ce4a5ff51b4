package io.slipway.workflows.rollout;

import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.plan.PlannedStep;
import java.util.Map;

/** The end of a rollout: undo if asked for, what was changed for a time put back, then {@code finally}; also after cancellation. */
final class Finale {
    private final Run run;
    private final PlanBook book;

    Finale(Run run, PlanBook book) {
        this.run = run;
        this.book = book;
    }

    /** Settles the status that {@code finally} sees, undoes, and runs {@code finally}. */
    void run(RolloutStatus status, String message) {
        Gate gate = new Gate();
        Run ending = Run.of(
                run.rollout(),
                run.prepared(),
                run.ledger(),
                gate,
                run.decisions(),
                run.evaluator(),
                run.continued(),
                run.held());
        if (run.gate().ending().undo()) {
            new Undoing(ending, book.all(run.prepared())).run();
        }
        if (Restoring.isPossible(ending)) {
            new Restoring(ending).pipeline(book.all(run.prepared()));
        }
        for (PlannedStep step : book.steps(run.prepared().finallyPages())) {
            if (run.ledger().status() != status) { // at first, and after a pause in between
                run.ledger().note(new JournalEvent.RolloutMoved(status, message, Map.of(), Ledger.now()));
            }
            new StepWalk(ending).run(step);
        }
    }
}
