package io.slipway.workflows.contract;

import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import java.util.Map;
import java.util.Optional;

/** Which decisions fit what waits: the same in the workflow, and where only the journal of a rollout is there. */
public final class DecisionRules {
    private final Journal journal;
    private final Map<String, Waiting> waiting;

    /**
     * The rules at a moment of a rollout.
     *
     * @param journal where its steps are
     * @param waiting the steps that wait, by name
     */
    public DecisionRules(Journal journal, Map<String, Waiting> waiting) {
        this.journal = journal;
        this.waiting = waiting;
    }

    /** Why a decision is refused, for people; empty when it fits. */
    public Optional<String> problem(Decision.Kind kind, DecisionRequest request) {
        if (kind == Decision.Kind.ABORT) {
            return Optional.of("the rollout has ended: " + journal.status().word())
                    .filter(over -> journal.status().closed());
        }
        Optional<String> step = step(request);
        return step.isEmpty()
                ? Optional.of("name the step. " + list())
                : Optional.ofNullable(waiting.get(step.get()))
                        .map(what -> misfit(kind, request, step.get(), what))
                        .orElseGet(() -> Optional.of("step '" + step.get() + "' is not waiting for a decision: "
                                + state(step.get()) + ". " + list()));
    }

    /** The step that is meant; empty when none is named and not exactly one waits. */
    public Optional<String> step(DecisionRequest request) {
        if (!request.step().isEmpty()) {
            return Optional.of(request.step());
        }
        return waiting.keySet().stream().findFirst().filter(only -> waiting.size() == 1);
    }

    private static Optional<String> misfit(Decision.Kind kind, DecisionRequest request, String step, Waiting what) {
        String problem = "";
        if (what.approval() && kind == Decision.Kind.RETRY) {
            problem = "step '" + step + "' is waiting for approval: approve it, skip it, or abort";
        } else if (!what.approval() && kind == Decision.Kind.APPROVE) {
            problem = "step '" + step + "' has failed: retry it, skip it, or abort";
        } else if ((kind == Decision.Kind.APPROVE || kind == Decision.Kind.SKIP)
                && !what.by().isEmpty()
                && !what.by().contains(request.by())) {
            problem = "step '" + step + "' may be approved by " + String.join(", ", what.by()) + ", not by '"
                    + request.by() + "'" + (kind == Decision.Kind.SKIP ? " and therefore not skipped either" : "");
        } else if (kind == Decision.Kind.APPROVE
                && !request.plan().isEmpty()
                && !what.ahead().isNamed(request.plan())) {
            problem = otherPlan(step, request.plan(), what.ahead());
        }
        return Optional.of(problem).filter(said -> !said.isEmpty());
    }

    private static String otherPlan(String step, String typed, Ahead ahead) {
        return ahead.plan().isEmpty()
                ? "step '" + step + "' is not bound to a plan, so it cannot be approved with plan '" + typed + "'"
                : "step '" + step + "' asks for approval of plan " + Ahead.name(ahead.plan()) + ", not of '" + typed
                        + "'" + (ahead.plan().startsWith(typed) ? "; give at least 8 characters of the hash" : "");
    }

    private String state(String step) {
        return switch (journal.step(step).map(StepRecord::status).orElse(StepStatus.PENDING)) {
            case PENDING -> "it has not started, or does not exist";
            case RUNNING -> "it is running";
            case RETRYING -> "it will be retried automatically";
            case PAUSED -> "it has just been decided";
            case SUCCEEDED -> "it is done";
            case FAILED -> "it has failed for good";
            case SKIPPED -> "it was skipped";
            case UNDONE -> "it was undone";
        };
    }

    private String list() {
        return waiting.isEmpty() ? "No step is waiting." : "Waiting: " + String.join(", ", waiting.keySet()) + ".";
    }
}
