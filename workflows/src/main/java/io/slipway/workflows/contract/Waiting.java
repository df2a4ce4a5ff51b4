package io.slipway.workflows.contract;

import io.slipway.model.journal.Ahead;
import java.util.List;

/**
 * A step that waits for a person.
 *
 * @param approval whether it waits for approval and not after a failure
 * @param reason what for
 * @param by who may approve; empty for anybody
 * @param ahead what was shown to those who are asked
 */
public record Waiting(boolean approval, String reason, List<String> by, Ahead ahead) {
    public Waiting {
        by = List.copyOf(by);
    }

    /** A step that has failed. */
    public static Waiting afterFailure(String reason) {
        return new Waiting(false, reason, List.of(), Ahead.NOTHING);
    }

    /** What for, and what is still to come, in one line. */
    public String inShort() {
        return ahead.inShort().isEmpty() ? reason : reason + " (" + ahead.inShort() + ")";
    }

    /** The Updates that decide, the likeliest first. */
    public List<String> updates() {
        return List.of(approval ? "approve" : "retry", "skip", "abort");
    }
}
