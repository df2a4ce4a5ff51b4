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
import java.util.function.Function;

/** What waits for a person, and what people decided. */
final class Decisions {
    private final Ledger ledger;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Decision> decided = new LinkedHashMap<>();
    private final Map<String, Function<DecisionRequest, Optional<String>>> refusals = new LinkedHashMap<>();
    private boolean givenUp;
    private int telling;

    Decisions(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Waits for a decision on a step, without end. */
    Decision await(String step, Waiting what) {
        return await(step, what, Optional.empty(), request -> Optional.empty()).orElseThrow();
    }

    /**
     * Waits for a decision on a step; empty when the time is over.
     *
     * @param refusal why an approval that fits is not taken; may take its time
     */
    Optional<Decision> await(
            String step, Waiting what, Optional<Duration> time, Function<DecisionRequest, Optional<String>> refusal) {
        if (givenUp) {
            return Optional.of(abort(step, "nobody is asked any more"));
        }
        waiting.put(step, what);
        refusals.put(step, refusal);
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
            refusals.remove(step);
        }
    }

    /** What a step that waits shows from now on. */
    void showing(String step, Waiting what) {
        waiting.replace(step, what);
        ledger.changed();
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
        waiting.forEach((step, what) -> all.put(step, what.inShort()));
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

    /**
     * Looks whether what is approved is still what was shown.
     *
     * @throws io.temporal.failure.ApplicationFailure when it is not, or when the step no longer waits
     */
    void admit(DecisionRequest request) {
        String step = step(request);
        Optional<String> problem = refusals.getOrDefault(step, any -> Optional.empty())
                .apply(request)
                .or(() -> rules().problem(Decision.Kind.APPROVE, request));
        if (problem.isPresent()) {
            throw PlainFailure.of(problem.get(), "NotApproved");
        }
    }

    private DecisionRules rules() {
        return new DecisionRules(ledger.journal(), undecided());
    }

    /** What waits, without what was decided a moment ago and has not gone on yet. */
    private Map<String, Waiting> undecided() {
        Map<String, Waiting> undecided = new LinkedHashMap<>(waiting);
        undecided.keySet().removeAll(decided.keySet());
        return undecided;
    }

    /** The step that is meant; a history may hold two decisions for it in one moment, when both were still taken. */
    private String step(DecisionRequest request) {
        return rules().step(request)
                .or(() -> new DecisionRules(ledger.journal(), waiting).step(request))
                .orElseThrow();
    }

    /** Takes a valid decision. */
    Decision take(Decision.Kind kind, DecisionRequest request) {
        String step = kind == Decision.Kind.ABORT ? "" : step(request);
        Decision decision =
                new Decision(kind, step, request.by(), request.note(), Ledger.now(), plan(kind, step, request));
        if (kind == Decision.Kind.ABORT) {
            waiting.keySet().forEach(each -> decided.put(each, decision));
        } else {
            decided.put(step, decision);
        }
        ledger.write(new JournalEvent.Decided(decision));
        return decision;
    }

    private String plan(Decision.Kind kind, String step, DecisionRequest request) {
        return kind == Decision.Kind.APPROVE && !request.anyway()
                ? waiting.get(step).ahead().plan()
                : "";
    }
}
