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
                        "Approve a step as shown. Refused if something has changed since.",
                        "  slipway approve last                           the only waiting step",
                        "  slipway approve last release --plan 3f0c2a9b   only this plan");
            case RETRY ->
                new DecisionHelp(
                        "Retry a paused step after fixing the cause of its failure.",
                        "  slipway retry last                                  the only waiting step",
                        "  slipway retry last web-ready --note 'image pushed'");
            case SKIP ->
                new DecisionHelp(
                        "Skip a paused step, or one waiting for approval, and continue.",
                        "  slipway skip last web-ready --note 'known, see the ticket'");
            case ABORT ->
                new DecisionHelp(
                        "Abort a rollout: start nothing new, then run 'finally'.",
                        "  slipway abort last --note 'wrong version'",
                        "  slipway abort last --undo                   and revert completed steps");
            case AMEND, UNDO -> throw new IllegalArgumentException(kind + " is a command of its own");
        };
    }
}
