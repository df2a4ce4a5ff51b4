package io.slipway.workflows.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepResult;
import io.slipway.workflows.contract.StepTask;
import io.slipway.workflows.contract.UndoOrder;
import io.temporal.workflow.Workflow;
import java.util.Map;
import java.util.Set;

/** Runs one try: an activity of the verb's type, or, for control verbs, the workflow itself. */
final class Verbs {
    /** Verbs that only look: their activity can be left and started again under its key at any time. */
    private static final Set<String> DETACHABLE = Set.of("waitReady", "validate", "preflight", "diagnose");

    /** Rollouts of before said nothing in the journal of tries that nobody ended. */
    private static final String UNHEARD = "unheard-end-in-journal";

    private final Run run;
    private final Tasks tasks;
    private final ControlVerbs control;

    Verbs(Run run) {
        this.run = run;
        this.tasks = new Tasks(run);
        this.control = new ControlVerbs(run);
    }

    StepResult run(
            Instance instance,
            int attempt,
            String merkle,
            JsonNode action,
            Map<String, JsonNode> scope,
            Resumption resumption) {
        String verb = instance.step().verb();
        if (UndoOrder.CONTROL_VERBS.contains(verb)) {
            return controlled(instance, attempt, merkle, action, resumption);
        }
        StepTask task = tasks.of(
                instance,
                attempt,
                merkle,
                action,
                scope,
                resumption.left(instance.step().timeout()));
        Box<VerbCall.End> end = new Box<>();
        Runnable call = () -> end.set(VerbCall.run(task, run.prepared().silence()));
        if (DETACHABLE.contains(verb)) {
            run.gate().runDetachable(call);
        } else {
            run.gate().runBound(call);
        }
        if (!end.get().heard()) {
            writeDown(task, end.get().result());
        }
        return end.get().result();
    }

    /** Whoever reads the journal is to know how the try ended although its worker could not write it down. */
    private void writeDown(StepTask task, StepResult result) {
        if (Workflow.getVersion(UNHEARD, Workflow.DEFAULT_VERSION, 1) >= 1) {
            run.ledger().file(JournalEvent.StepFinished.unheard(task.step(), task.attempt(), result, Ledger.now()));
        }
    }

    /** What the workflow does itself it also writes into the journal itself. */
    private StepResult controlled(
            Instance instance, int attempt, String merkle, JsonNode action, Resumption resumption) {
        if (resumption.since().isEmpty()) {
            run.ledger()
                    .write(new JournalEvent.StepStarted(
                            instance.name(),
                            instance.step().stage(),
                            instance.step().verb(),
                            attempt,
                            merkle,
                            Ledger.now()));
        }
        StepResult result = control.run(instance, attempt, action, resumption);
        run.ledger().write(new JournalEvent.StepFinished(instance.name(), attempt, result, Ledger.now()));
        return result;
    }
}
