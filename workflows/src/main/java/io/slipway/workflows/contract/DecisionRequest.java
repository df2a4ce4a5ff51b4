package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a person decides.
 *
 * @param step the step concerned; may be left out when only one step waits
 * @param by who, as claimed
 * @param note what is said
 * @param undo for {@code abort}: whether what was done is undone
 * @param plan for {@code approve}: the beginning of the hash of what is approved; may be left out
 * @param anyway for {@code approve}: also when something has moved since it was asked
 */
public record DecisionRequest(String step, String by, String note, boolean undo, String plan, boolean anyway) {
    public DecisionRequest {
        plan = plan == null ? "" : plan.strip();
        step = step == null ? "" : step;
        by = by == null ? "" : by;
        note = note == null ? "" : note;
    }

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException when it is no such request; the message is for people
     */
    public static DecisionRequest read(JsonNode typed) {
        return TypedInput.read(typed, DecisionRequest.class, "{\"step\": \"NAME\", \"by\": \"ada\"}");
    }

    /** A decision that names no plan. */
    public DecisionRequest(String step, String by, String note, boolean undo) {
        this(step, by, note, undo, "", false);
    }
}
