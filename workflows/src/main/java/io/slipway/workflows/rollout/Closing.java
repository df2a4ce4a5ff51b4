package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.RolloutOutcome;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The end of a rollout: what is left to do, the journal's last line, and how the workflow closes. */
final class Closing {
    private final Run run;
    private final PlanBook book;

    Closing(Run run, PlanBook book) {
        this.run = run;
        this.book = book;
    }

    /**
     * Ends the rollout as its gate says.
     *
     * @throws ApplicationFailure when it failed or was aborted
     * @throws CanceledFailure when it was cancelled, so that Temporal shows it as such
     */
    RolloutOutcome end() {
        Ending ending = run.gate().ending();
        if (ending.requested()) {
            new Unfinished(run.ledger()).close(ending);
        } else if (run.prepared().whole()) {
            new Pruning(run).run();
        }
        new Finale(run, book).run(ending.status(), ending.reason());
        return close(lateCancel(ending));
    }

    /** Ends a rollout that was taken back, or was to be; what it had begun before nobody goes on with. */
    RolloutOutcome takenBack(Ending ending) {
        new Unfinished(run.ledger()).close(ending);
        return close(ending);
    }

    /** Ends a rollout whose stages never began. {@code finally} has nothing to tidy up and does not run. */
    RolloutOutcome refused(Ending ending) {
        return close(ending);
    }

    /** Who cancels during {@code finally} sees a cancelled rollout, though there was nothing left to stop; also after a failure. */
    private Ending lateCancel(Ending before) {
        Ending now = run.gate().ending();
        if (before.isCancelled() || !now.isCancelled()) {
            return before;
        }
        String done = before.requested() ? before.reason() : "all stages were done";
        return Ending.cancelled(now.reason() + " (while 'finally' ran; " + done + ")");
    }

    private RolloutOutcome close(Ending ending) {
        Map<String, JsonNode> outputs = new TreeMap<>();
        List<String> without = ending.requested() ? List.of() : resolve(outputs);
        // where steps were left out on purpose, so were their outputs
        String message = without.isEmpty() || !run.prepared().whole() ? ending.reason() : String.join("; ", without);
        RolloutStatus status = ending.status();
        run.ledger().write(new JournalEvent.RolloutMoved(status, message, outputs, Ledger.now()));
        new Notices(run).ended(status, message);
        Workflow.await(Workflow::isEveryHandlerFinished);
        String failure = "rollout " + status.word() + ": " + message;
        return switch (status) {
            case FAILED -> throw PlainFailure.of(failure, "Failed", WhyFailed.in(run.ledger()));
            case ABORTED -> throw PlainFailure.of(failure, "Aborted", WhyFailed.in(run.ledger()));
            case CANCELLED -> throw new CanceledFailure(failure);
            case RUNNING, PAUSED, SUCCEEDED, UNDONE ->
                new RolloutOutcome(run.rollout(), status.word(), outputs, summary());
        };
    }

    /** What the rollout yields, and which outputs have no value, each with its reason. */
    private List<String> resolve(Map<String, JsonNode> outputs) {
        List<String> without = new ArrayList<>();
        run.header().outputs().forEach((name, template) -> {
            try {
                outputs.put(name, run.evaluator().resolve(template, run.scope().ofAll()));
            } catch (Evaluator.EvaluationFailure e) {
                without.add("output '" + name + "' has no value: " + e.getMessage());
            }
        });
        return without;
    }

    private String summary() {
        return run.ledger().counts().getOrDefault(StepStatus.SUCCEEDED, 0) + " steps done";
    }
}
