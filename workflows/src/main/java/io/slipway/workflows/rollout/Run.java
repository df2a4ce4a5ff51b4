package io.slipway.workflows.rollout;

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
 * @param asksAgain whether steps that waited for a person in an earlier run go on waiting, and are not tried again
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
        boolean asksAgain,
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
            boolean asksAgain) {
        return new Run(
                rollout,
                prepared,
                ledger,
                gate,
                decisions,
                new Scope(ledger, prepared),
                evaluator,
                continued,
                asksAgain,
                new HashSet<>(),
                new HashSet<>());
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
