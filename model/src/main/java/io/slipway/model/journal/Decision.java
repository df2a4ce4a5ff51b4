package io.slipway.model.journal;

import java.time.Instant;
import java.util.List;

/**
 * What a person decided.
 *
 * @param kind what was decided
 * @param step the step concerned; empty for the whole rollout
 * @param by who, as claimed
 * @param note what was said, or empty
 * @param at when
 */
public record Decision(Kind kind, String step, String by, String note, Instant at) {

    /** What can be decided. */
    public enum Kind {
        APPROVE,
        RETRY,
        SKIP,
        ABORT,
        AMEND,
        UNDO;

        /** Those that are taken about a step that waits. */
        public static final List<Kind> OF_STEPS = List.of(APPROVE, RETRY, SKIP, ABORT);
    }
}
