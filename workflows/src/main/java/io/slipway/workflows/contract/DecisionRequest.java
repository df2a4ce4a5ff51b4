package io.slipway.workflows.contract;

/**
 * What a person decides.
 *
 * @param step the step concerned; may be left out when only one step waits
 * @param by who, as claimed
 * @param note what is said
 * @param undo for {@code abort}: whether what was done is undone
 */
public record DecisionRequest(String step, String by, String note, boolean undo) {
    public DecisionRequest {
        step = step == null ? "" : step;
        by = by == null ? "" : by;
        note = note == null ? "" : note;
    }
}
