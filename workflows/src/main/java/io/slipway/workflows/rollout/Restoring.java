package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts back what steps changed only for a time ({@code restore}), in reverse order, whatever has happened: it is the
 * workflow that does so, and not the activity that made the change, so that neither a failure nor a lost worker nor a
 * cancellation leaves the change behind. One that fails waits for a person.
 */
final class Restoring {
    /** Verbs that know {@code restore}; their undo puts back. */
    private static final Set<String> VERBS = Set.of("scale");

    private final Run run;

    Restoring(Run run) {
        this.run = run;
    }

    /** Whether a step of an earlier or this run may have to be put back; spares the plan's pages when none has. */
    static boolean isPossible(Run run) {
        return run.ledger().journal().steps().values().stream().anyMatch(record -> VERBS.contains(record.verb()));
    }

    /** After the steps of a stage. */
    void stage(List<PlannedStep> steps) {
        putBack(steps, Set.of("stage"));
    }

    /**
     * After all stages. What a stage should have put back is put back too: the rollout may have been aborted after its
     * process was killed, and then the stage is not entered any more.
     */
    void pipeline(List<PlannedStep> steps) {
        putBack(steps, Set.of("stage", "pipeline"));
    }

    private void putBack(List<PlannedStep> steps, Set<String> when) {
        for (PlannedStep step : steps.reversed()) {
            if (VERBS.contains(step.verb())
                    && when.contains(step.action().path("restore").asText(""))) {
                Workflow.newDetachedCancellationScope(() -> records(step).forEach(record -> putBack(step, record)))
                        .run();
            }
        }
    }

    /** The step, or the elements of its loop, that began and are not put back; the last one first. */
    private List<StepRecord> records(PlannedStep step) {
        return run.ledger().journal().steps().values().stream()
                .filter(record ->
                        record.step().equals(step.name()) || record.step().startsWith(step.name() + "["))
                .filter(record -> record.attempt() > 0 && !record.wasPutBack())
                .filter(record -> record.status() != StepStatus.UNDONE)
                .sorted(Comparator.comparing(
                                (StepRecord record) -> record.started().orElse(Instant.EPOCH))
                        .reversed())
                .toList();
    }

    private void putBack(PlannedStep step, StepRecord record) {
        Workflow.await(() -> !run.gate().isDraining()); // else the run that continues this one does it
        Box<Boolean> again = new Box<>();
        do {
            run.gate().runBound(() -> again.set(!once(step, record)));
        } while (again.get());
    }

    /** Tries; false when a person wants another try. */
    private boolean once(PlannedStep step, StepRecord record) {
        StepResult result = call(step, record);
        if (result.ok()) {
            run.ledger().write(new JournalEvent.StepPutBack(record.step(), result.summary(), Ledger.now()));
            return true;
        }
        Instance instance = new Instance(step, record.step(), Optional.empty());
        Decision decision = new Failures(run).ask(instance, "not restored: " + result.summary());
        return decision.kind() != Decision.Kind.RETRY;
    }

    private StepResult call(PlannedStep step, StepRecord record) {
        try {
            Instance instance = LoopRunner.instance(run, step, record.step());
            Map<String, JsonNode> scope = instance.within(run.scope().of(step.uses()));
            ObjectNode task = JsonNodeFactory.instance.objectNode();
            task.put("own", false);
            task.set("action", run.evaluator().resolve(step.action(), scope));
            return VerbCall.run(
                            new Tasks(run)
                                    .undo(instance, step.verb(), record.attempt(), record.merkle(), task, List.of()),
                            run.prepared().silence())
                    .result();
        } catch (Evaluator.EvaluationFailure e) {
            return StepResult.failed(Failure.permanent(
                    String.valueOf(e.getMessage()), "an expression of the step has no value", "restore it by hand"));
        }
    }
}
