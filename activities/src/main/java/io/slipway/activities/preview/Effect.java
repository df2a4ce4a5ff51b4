package io.slipway.activities.preview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rollout would do to an object. */
public enum Effect {
    /** It is not there, and would be made. */
    CREATE("to create"),
    /** It is there, and fields of it would change. */
    CHANGE("to change"),
    /** It is as it should be. */
    UNCHANGED("unchanged"),
    /** It would be deleted by a step. */
    DELETE("to delete"),
    /** No step wants it any more, so it would be removed at the end. */
    PRUNE("to prune"),
    /** It is there, and depends on values that only the run knows. */
    UNKNOWN("known during the run");

    private final String phrase;

    Effect(String phrase) {
        this.phrase = phrase;
    }

    /** As a count ends: {@code 3 to create}. */
    public String phrase() {
        return phrase;
    }

    /** As programs read it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something would, or could, be different afterwards. */
    public boolean changes() {
        return this != UNCHANGED;
    }
}
