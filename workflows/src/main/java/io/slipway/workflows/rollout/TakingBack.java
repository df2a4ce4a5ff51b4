package io.slipway.workflows.rollout;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.UndoRequest;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;

/** A rollout that was over is taken back, as far as somebody says; none of its stages and no {@code finally} runs. */
final class TakingBack {
    private final Run run;
    private final PlanBook book;
    private final Stopping stopping;

    TakingBack(Run run, PlanBook book, Stopping stopping) {
        this.run = run;
        this.book = book;
        this.stopping = stopping;
    }

    /** Undoes, and settles how that ended; the rollout's last line is the caller's. */
    Ending run(UndoRequest request) {
        run.ledger()
                .write(new JournalEvent.Decided(
                        new Decision(Decision.Kind.UNDO, request.to(), request.by(), request.note(), Ledger.now())));
        List<PlannedStep> steps = book.all(run.prepared());
        List<String> left = new ArrayList<>();
        Promise<Void> done = stopping.start(() -> left.addAll(new Undoing(run, steps).run(request.to())));
        try {
            done.get();
        } catch (CanceledFailure e) {
            if (!stopping.isStopped()) {
                return Ending.failed("the undo was cancelled from outside", false);
            }
        }
        Ending ending = run.gate().ending();
        return ending.requested() ? ending : ended(request, left);
    }

    private static Ending ended(UndoRequest request, List<String> left) {
        String by = request.by().isEmpty() ? "" : " by " + request.by();
        String what = request.to().isEmpty() ? "undone" + by : "undone" + by + " back to step '" + request.to() + "'";
        return left.isEmpty()
                ? Ending.undone(what)
                : Ending.failed("the undo is incomplete; left unchanged: " + String.join(", ", left), false);
    }
}
