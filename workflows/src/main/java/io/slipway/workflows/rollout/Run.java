package io.slipway.workflows.rollout;

import io.slipway.model.journal.StepRecord;
import io.slipway.model.plan.PlanHeader;
import io.slipway.workflows.contract.Prepared;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What the parts of one run share.
 *
 * @param rollout id of the rollout
 * @param prepared the plan's frame
 * @param ledger the journal
 * @param gate decides whether new work may start
 * @param decisions what people decide
 * @param scope what expressions see
 * @param evaluator evaluates them
 * @param continued whether this run continues one that became too long
 * @param held whether steps that waited for a person when the rollout ended go on waiting, and are not tried again
 * @param ranAgain steps that ran in this run although an earlier one had done them, and all that follow them
 * @param heldUp steps that did not run since a step they need has failed
 */
record Run(
        String rollout,
        Prepared prepared,
        Ledger ledger,
        Gate gate,
        Decisions decisions,
        Scope scope,
        Evaluator evaluator,
        boolean continued,
        boolean held,
        Set<String> ranAgain,
        Set<String> heldUp) {

    static Run of(
            String rollout,
            Prepared prepared,
            Ledger ledger,
            Gate gate,
            Decisions decisions,
            Evaluator evaluator,
            boolean continued,
            boolean held) {
        return new Run(
                rollout,
                prepared,
                ledger,
                gate,
                decisions,
                new Scope(ledger, prepared),
                evaluator,
                continued,
                held,
                new HashSet<>(),
                new HashSet<>());
    }

    /**
     * Whether this run continues one that has run, kept or asked about the step since the rollout was last started. What
     * was left by the start before that still has to be looked at.
     */
    boolean hasDealtWith(StepRecord step) {
        return continued
                && prepared.lastStart()
                        .map(start -> step.heard()
                                .filter(last -> !last.isBefore(start))
                                .isPresent())
                        .orElse(true);
    }

    /** Whether a step that waited for a person goes on waiting, and is not tried again. */
    boolean asksAgain(StepRecord step) {
        return held || hasDealtWith(step);
    }

    PlanHeader header() {
        return prepared.header().orElseThrow();
    }

    Prepared.TargetFacts target() {
        return prepared.target().orElseThrow();
    }

    Instant started() {
        return prepared.started().orElseThrow();
    }
}
