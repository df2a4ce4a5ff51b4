package io.slipway.workflows.rollout;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.DecisionRequest;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for a person, and what people decided. */
final class Decisions {
    private final Ledger ledger;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Decision> decided = new LinkedHashMap<>();
    private boolean givenUp;
    private int telling;

    Decisions(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Something that waits.
     *
     * @param approval whether it waits for approval and not after a failure
     * @param reason what for
     * @param by who may approve; empty for anybody
     */
    record Waiting(boolean approval, String reason, List<String> by) {
        /** The Updates that decide, the likeliest first. */
        List<String> updates() {
            return List.of(approval ? "approve" : "retry", "skip", "abort");
        }
    }

    /** Waits for a decision on a step, without end. */
    Decision await(String step, Waiting what) {
        return await(step, what, Optional.empty()).orElseThrow();
    }

    /** Waits for a decision on a step; empty when the time is over. */
    Optional<Decision> await(String step, Waiting what, Optional<Duration> time) {
        if (givenUp) {
            return Optional.of(abort(step, "nobody is asked any more"));
        }
        waiting.put(step, what);
        ledger.changed();
        try {
            if (time.isPresent()) {
                Workflow.await(time.get(), () -> decided.containsKey(step));
            } else {
                Workflow.await(() -> decided.containsKey(step));
            }
            return Optional.ofNullable(decided.remove(step));
        } finally {
            waiting.remove(step);
        }
    }

    /** Tells people that something waits for them; meanwhile {@link #telling} says so. */
    void whileTelling(Runnable work) {
        telling++;
        try {
            work.run();
        } finally {
            telling--;
        }
    }

    /** How many notices are on their way. */
    int telling() {
        return telling;
    }

    /** Nobody is asked any more: what waits, and what would, goes on as after an abort. */
    void giveUp(String why) {
        givenUp = true;
        waiting.keySet().forEach(step -> decided.put(step, abort(step, why)));
    }

    boolean isGivenUp() {
        return givenUp;
    }

    private static Decision abort(String step, String why) {
        return new Decision(Decision.Kind.ABORT, step, "", why, Ledger.now());
    }

    /** The steps that wait, with what for. */
    Map<String, String> waiting() {
        Map<String, String> all = new LinkedHashMap<>();
        waiting.forEach((step, what) -> all.put(step, what.reason()));
        return all;
    }

    /** What waits, by step. */
    Map<String, Waiting> open() {
        return waiting;
    }

    /** Refuses a decision that nothing waits for. */
    void validate(Decision.Kind kind, DecisionRequest request) {
        Decision.Kind asked = kind;
        if (asked == Decision.Kind.ABORT) {
            if (ledger.status().closed()) {
                throw new IllegalArgumentException(
                        "the rollout is over: " + ledger.status().word());
            }
            return;
        }
        String step = stepOf(request);
        Waiting what = waiting.get(step);
        if (what == null) {
            throw new IllegalArgumentException(
                    "step '" + step + "' does not wait for a decision: " + state(step) + ". " + list());
        }
        if (what.approval() && asked == Decision.Kind.RETRY) {
            throw new IllegalArgumentException("step '" + step + "' waits for approval: approve it, skip it, or abort");
        }
        if (!what.approval() && asked == Decision.Kind.APPROVE) {
            throw new IllegalArgumentException("step '" + step + "' has failed: retry it, skip it, or abort");
        }
        if (asked == Decision.Kind.APPROVE && !what.by().isEmpty() && !what.by().contains(request.by())) {
            throw new IllegalArgumentException("step '" + step + "' may be approved by " + String.join(", ", what.by())
                    + ", not by '" + request.by() + "'");
        }
    }

    /** Takes a valid decision. */
    Decision take(Decision.Kind kind, DecisionRequest request) {
        String step = kind == Decision.Kind.ABORT ? "" : stepOf(request);
        Decision decision = new Decision(kind, step, request.by(), request.note(), Ledger.now());
        if (kind == Decision.Kind.ABORT) {
            waiting.keySet().forEach(each -> decided.put(each, decision));
        } else {
            decided.put(step, decision);
        }
        ledger.write(new JournalEvent.Decided(decision));
        return decision;
    }

    private String stepOf(DecisionRequest request) {
        if (!request.step().isEmpty()) {
            return request.step();
        }
        if (waiting.size() == 1) {
            return waiting.keySet().iterator().next();
        }
        throw new IllegalArgumentException("say which step. " + list());
    }

    private String state(String step) {
        return switch (ledger.step(step).map(StepRecord::status).orElse(StepStatus.PENDING)) {
            case PENDING -> "it has not begun, or there is none of that name";
            case RUNNING -> "it is running";
            case RETRYING -> "it will be tried again by itself";
            case PAUSED -> "it has just been decided on";
            case SUCCEEDED -> "it is done";
            case FAILED -> "it has failed for good";
            case SKIPPED -> "it was skipped";
            case UNDONE -> "it was undone";
        };
    }

    private String list() {
        return waiting.isEmpty() ? "No step waits." : "These wait: " + String.join(", ", waiting.keySet()) + ".";
    }
}
