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
 * @param continued whether this run continues one that became too long, so that waiting steps go on waiting
 * @param ranAgain steps that ran in this run although an earlier one had done them, and all that follow them
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
        Set<String> ranAgain) {

    static Run of(
            String rollout,
            Prepared prepared,
            Ledger ledger,
            Gate gate,
            Decisions decisions,
            Evaluator evaluator,
            boolean continued) {
        return new Run(
                rollout,
                prepared,
                ledger,
                gate,
                decisions,
                new Scope(ledger, prepared),
                evaluator,
                continued,
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
