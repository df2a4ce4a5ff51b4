package io.slipway.workflows.contract;

import java.util.List;

/**
 * A step that waits for a person.
 *
 * @param approval whether it waits for approval and not after a failure
 * @param reason what for
 * @param by who may approve; empty for anybody
 */
public record Waiting(boolean approval, String reason, List<String> by) {
    public Waiting {
        by = List.copyOf(by);
    }

    /** The Updates that decide, the likeliest first. */
    public List<String> updates() {
        return List.of(approval ? "approve" : "retry", "skip", "abort");
    }
}
