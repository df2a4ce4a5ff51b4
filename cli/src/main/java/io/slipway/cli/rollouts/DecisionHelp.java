package io.slipway.cli.rollouts;

import io.slipway.model.journal.Decision;
import java.util.List;

/**
 * What the help says of a decision.
 *
 * @param description what it does
 * @param examples how it is typed
 */
record DecisionHelp(String description, List<String> examples) {
    private DecisionHelp(String description, String... examples) {
        this(description, List.of(examples));
    }

    static DecisionHelp of(Decision.Kind kind) {
        return switch (kind) {
            case APPROVE ->
                new DecisionHelp(
                        "Approves what a step asks, as it was shown; refused when something has moved since then.",
                        "  slipway approve last                           the only step that asks",
                        "  slipway approve last release --plan 3f0c2a9b   only if it is still that plan");
            case RETRY ->
                new DecisionHelp(
                        "Tries a step again on which its rollout waits, after the cause of its failure is gone.",
                        "  slipway retry last                                  the only step that waits",
                        "  slipway retry last web-ready --note 'image pushed'");
            case SKIP ->
                new DecisionHelp(
                        "Goes on without a step on which its rollout waits, also one that asks for approval.",
                        "  slipway skip last web-ready --note 'known, see the ticket'");
            case ABORT ->
                new DecisionHelp(
                        "Ends a rollout: nothing new starts, then 'finally' runs.",
                        "  slipway abort last --note 'wrong version'",
                        "  slipway abort last --undo                   and take back what was done");
            case AMEND, UNDO -> throw new IllegalArgumentException(kind + " is a command of its own");
        };
    }
}
