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
import io.slipway.model.journal.Try;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.StepTask;
import io.slipway.workflows.contract.UndoOrder;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what was done, in reverse order of completion. An undo that fails waits for a person. */
final class Undoing {
    /** Undos that began before this change leave steps as they are that were skipped or never ended. */
    private static final String OF_ALL_TRIED = "undo-of-all-tried";

    private final Run run;
    private final List<PlannedStep> steps;
    private final Failures failures;

    Undoing(Run run, List<PlannedStep> steps) {
        this.run = run;
        this.steps = steps;
        this.failures = new Failures(run);
    }

    void run() {
        run("");
    }

    /**
     * Undoes down to a step.
     *
     * @param to the step that stays the last one done; empty to undo all
     * @return the steps that were left as they are
     */
    List<String> run(String to) {
        List<String> left = new ArrayList<>();
        for (StepRecord record : order(to)) {
            UndoOrder.step(record, steps)
                    .filter(step -> run.gate().ending().requested() || !undo(step, record))
                    .ifPresent(step -> left.add(record.step()));
        }
        return left;
    }

    private List<StepRecord> order(String to) {
        List<StepRecord> order = UndoOrder.of(run.ledger().journal(), to);
        return Workflow.getVersion(OF_ALL_TRIED, Workflow.DEFAULT_VERSION, 1) >= 1
                ? order
                : order.stream().filter(Undoing::isOver).toList();
    }

    private static boolean isOver(StepRecord record) {
        return record.status() == StepStatus.SUCCEEDED || record.status() == StepStatus.FAILED;
    }

    /** Whether it is undone; false when a person gave it up. */
    private boolean undo(PlannedStep step, StepRecord record) {
        Instance instance = new Instance(step, record.step(), Optional.empty());
        for (int attempt = record.attempt(); ; attempt++) {
            StepResult result = once(step, record, attempt);
            if (result.ok()) {
                moved(instance, StepStatus.UNDONE, result.summary());
                return true;
            }
            Decision decision = failures.ask(instance, "undo failed: " + result.summary());
            if (decision.kind() != Decision.Kind.RETRY) {
                return false;
            }
        }
    }

    private StepResult once(PlannedStep step, StepRecord record, int attempt) {
        try {
            return VerbCall.run(
                            task(LoopRunner.instance(run, step, record.step()), record, attempt),
                            run.prepared().silence())
                    .result();
        } catch (Evaluator.EvaluationFailure e) {
            return StepResult.failed(Failure.permanent(
                    String.valueOf(e.getMessage()), "an expression of the step has no value", "undo it by hand"));
        }
    }

    private StepTask task(Instance instance, StepRecord record, int attempt) {
        List<String> details = record.tries().stream()
                .map(Try::result)
                .flatMap(Optional::stream)
                .map(StepResult::detail)
                .flatMap(Optional::stream)
                .toList();
        String verb = UndoOrder.ownVerb(instance.step()).orElse(instance.step().verb());
        return new Tasks(run).undo(instance, verb, attempt, record.merkle(), action(instance), details);
    }

    /** What is undone and how; or the block of the step's own verb for it. */
    private JsonNode action(Instance instance) {
        PlannedStep step = instance.step();
        Map<String, JsonNode> scope = instance.within(run.scope().of(step.uses()));
        JsonNode how = step.undo().orElseGet(JsonNodeFactory.instance::objectNode);
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        Optional<String> own = UndoOrder.ownVerb(step);
        task.put("own", own.isPresent());
        task.set("action", run.evaluator().resolve(own.map(how::path).orElse(step.action()), scope));
        task.set("undo", how);
        return task;
    }

    private void moved(Instance instance, StepStatus status, String reason) {
        PlannedStep step = instance.step();
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(), step.stage(), step.verb(), status, reason, Map.of(), Ledger.now()));
    }
}
