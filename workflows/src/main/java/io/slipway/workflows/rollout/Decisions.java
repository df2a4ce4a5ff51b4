package io.slipway.workflows.rollout;

import io.slipway.model.journal.Decision;
import io.slipway.model.journal.JournalEvent;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.DecisionRules;
import io.slipway.workflows.contract.Waiting;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
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
        rules().problem(kind, request).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    private DecisionRules rules() {
        return new DecisionRules(ledger.journal(), waiting);
    }

    /** Takes a valid decision. */
    Decision take(Decision.Kind kind, DecisionRequest request) {
        String step = kind == Decision.Kind.ABORT ? "" : rules().step(request).orElseThrow();
        Decision decision = new Decision(kind, step, request.by(), request.note(), Ledger.now());
        if (kind == Decision.Kind.ABORT) {
            waiting.keySet().forEach(each -> decided.put(each, decision));
        } else {
            decided.put(step, decision);
        }
        ledger.write(new JournalEvent.Decided(decision));
        return decision;
    }
}
