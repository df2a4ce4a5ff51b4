package io.slipway.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a person decided.
 *
 * @param kind what was decided
 * @param step the step concerned; empty for the whole rollout
 * @param by who, as claimed
 * @param note what was said, or empty
 * @param at when
 * @param plan hash of what an approval is bound to; empty for one that is bound to nothing, and for others
 */
public record Decision(
        Kind kind,
        String step,
        String by,
        String note,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String plan) {
    public Decision {
        plan = plan == null ? "" : plan; // journals older than this field
    }

    /** A decision that is bound to nothing. */
    public Decision(Kind kind, String step, String by, String note, Instant at) {
        this(kind, step, by, note, at, "");
    }

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

        /** The word for people and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
