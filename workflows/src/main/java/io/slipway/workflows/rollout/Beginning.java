package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Prepared;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.contract.RolloutOutcome;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The beginning of a run: what earlier runs left is taken over, and the journal is opened. */
final class Beginning {
    private final Run run;
    private final PlanBook book;
    private final JsonNode typed;
    private final JournalEvent.RolloutStarted started;

    Beginning(Run run, PlanBook book, JsonNode typed) {
        this.run = run;
        this.book = book;
        this.typed = typed;
        this.started = new JournalEvent.RolloutStarted(
                run.rollout(),
                run.header().pipeline(),
                run.prepared().plan(),
                run.target().name(),
                run.target().cluster(),
                run.header().params(),
                typed.path("by").asText(""),
                run.target().simulated(),
                typed.path("resume").asBoolean() ? Optional.empty() : Optional.of(input(run, typed)),
                Ledger.now());
    }

    /** What the journal says it was started with; a run that only looks names what it looks at. */
    private static JsonNode input(Run run, JsonNode typed) {
        return run.prepared()
                .looks()
                .<JsonNode>map(look -> {
                    ObjectNode input = typed.deepCopy();
                    input.withObjectProperty("revalidate").put("of", look.of());
                    return input;
                })
                .orElse(typed);
    }

    /** Takes over the state, without a word in the journal. */
    void takeOver() {
        run.ledger().adopt(book.records(run.prepared().journalPages()));
        run.ledger().note(started);
        run.prepared().decisions().forEach(decision -> run.ledger().note(new JournalEvent.Decided(decision)));
    }

    /** The run may begin: opens the journal, unless it continues one that is open. */
    void begin() {
        int planned = run.prepared().stages().stream()
                .mapToInt(Prepared.StagePages::steps)
                .sum();
        Status status = new Status(run);
        run.ledger().listen(() -> {
            Workflow.setCurrentDetails(Summary.of(run, planned));
            status.publish();
        });
        if (!run.continued()) {
            run.prepared().amended().ifPresent(run.ledger()::file);
            run.ledger().file(started);
            if (run.prepared().status().filter(RolloutStatus::closed).isPresent()
                    && !typed.path("undo").isObject()) {
                endAnew();
            }
        }
    }

    /** What an earlier run did at its end, this one does at its own: what it makes is to be cleared away as well. */
    private void endAnew() {
        List<StepRecord> done = run.ledger().journal().steps().values().stream()
                .filter(record -> record.stage().equals(PlannedStep.FINALLY)
                        && !record.step().equals(Pruning.STEP)
                        && record.status().closed())
                .toList();
        for (StepRecord record : done) {
            run.ledger()
                    .write(new JournalEvent.StepMoved(
                            record.step(),
                            record.stage(),
                            record.verb(),
                            StepStatus.PENDING,
                            "it runs again at the end of this run",
                            Map.of(),
                            Ledger.now()));
        }
    }

    /**
     * The run may not begin. A new rollout ends with that in its journal; that of an earlier one is left as it was,
     * since another run may be at it.
     */
    RolloutOutcome refused(Ending why) {
        boolean goesOn = run.continued() || typed.path("resume").asBoolean();
        if (!goesOn) {
            run.ledger().file(started);
            return new Closing(run, book).refused(why);
        }
        if (why.isCancelled()) {
            throw new CanceledFailure(why.reason());
        }
        throw PlainFailure.of(why.reason(), Rollout.GROUP_HELD);
    }
}
