package io.slipway.workflows.contract;

/**
 * What a closed rollout did is to be taken back.
 *
 * @param to the step that is to stay the last one done; empty to undo all
 * @param by who says so, as claimed
 * @param note why
 */
public record UndoRequest(String to, String by, String note) {
    public UndoRequest {
        to = to == null ? "" : to;
        by = by == null ? "" : by;
        note = note == null ? "" : note;
    }
}
