package io.slipway.workflows.rollout;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Failure;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepResult;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.slipway.workflows.contract.Waiting;
import java.util.Map;

/** What follows when a step has failed for good. */
final class Failures {
    private final Run run;

    Failures(Run run) {
        this.run = run;
    }

    /**
     * A step failed since its expressions have no value.
     *
     * @return whether it is to be tried again
     */
    boolean withoutTry(Instance instance, String message) {
        Failure failure = Failure.permanent(message, "an expression of the step has no value", "correct the pipeline");
        move(instance, StepStatus.FAILED, message);
        return forGood(instance, StepResult.failed(failure));
    }

    /**
     * Does what {@code onFailure} says.
     *
     * @return whether the step is to be tried again
     */
    boolean forGood(Instance instance, StepResult result) {
        PlannedStep step = instance.step();
        String reason = "step '" + instance.name() + "' failed: " + result.summary();
        return switch (step.onFailure()) {
            case CONTINUE -> {
                move(instance, StepStatus.FAILED, result.summary());
                yield false;
            }
            case FAIL -> {
                run.gate().end(Ending.failed(reason, false));
                yield false;
            }
            case UNDO -> {
                run.gate().end(Ending.failed(reason, true));
                yield false;
            }
            case PAUSE ->
                !run.gate().ending().requested()
                        && ask(instance, result.summary()).kind() == Decision.Kind.RETRY;
        };
    }

    /** Goes on waiting for the decision that an earlier run waited for. */
    Decision ask(Instance instance) {
        return ask(instance, run.ledger().step(instance.name()).orElseThrow().reason());
    }

    /** Pauses the rollout and waits for a decision on the step. */
    Decision ask(Instance instance, String reason) {
        if (run.decisions().isGivenUp()) {
            move(instance, StepStatus.FAILED, reason);
            return new Decision(Decision.Kind.ABORT, instance.name(), "", "nobody is asked any more", Ledger.now());
        }
        move(instance, StepStatus.PAUSED, reason);
        pauseRollout("step '" + instance.name() + "' failed: " + reason);
        new Notices(run).paused(instance.name(), false, reason);
        Decision decision;
        run.gate().pause();
        try {
            decision = run.decisions().await(instance.name(), Waiting.afterFailure(reason));
        } finally {
            run.gate().resume();
        }
        switch (decision.kind()) {
            case SKIP -> move(instance, StepStatus.SKIPPED, "skipped by " + name(decision) + " after: " + reason);
            case ABORT -> move(instance, StepStatus.FAILED, reason);
            case RETRY -> handOver(instance, reason);
            case APPROVE, AMEND, UNDO -> {}
        }
        goOn();
        return decision;
    }

    /** The try that was asked for is that of the run which continues this one. */
    private void handOver(Instance instance, String reason) {
        if (run.gate().isHandingOver()) {
            move(instance, StepStatus.RETRYING, reason);
        }
    }

    /** The rollout waits for a person. */
    void pauseRollout(String message) {
        if (run.ledger().status() != RolloutStatus.PAUSED) {
            run.ledger().write(new JournalEvent.RolloutMoved(RolloutStatus.PAUSED, message, Map.of(), Ledger.now()));
        }
    }

    /** The rollout goes on, unless another step still waits. */
    void goOn() {
        if (run.decisions().waiting().isEmpty() && run.ledger().status() == RolloutStatus.PAUSED) {
            run.ledger().write(new JournalEvent.RolloutMoved(RolloutStatus.RUNNING, "", Map.of(), Ledger.now()));
        }
    }

    private void move(Instance instance, StepStatus status, String reason) {
        PlannedStep step = instance.step();
        run.ledger()
                .write(new JournalEvent.StepMoved(
                        instance.name(), step.stage(), step.verb(), status, reason, Map.of(), Ledger.now()));
    }

    private static String name(Decision decision) {
        return decision.by().isEmpty() ? "somebody" : decision.by();
    }
}
