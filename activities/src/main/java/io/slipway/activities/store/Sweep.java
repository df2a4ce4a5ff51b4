package io.slipway.activities.store;

import io.slipway.model.journal.RolloutStatus;
import java.time.Instant;
import java.util.List;

/**
 * What may go.
 *
 * @param rollouts ended rollouts, the oldest first; each with its journal and reports
 * @param blobs hashes of blobs that nothing kept names
 * @param bytes how large these blobs are
 */
public record Sweep(List<Ended> rollouts, List<String> blobs, long bytes) {
    public Sweep {
        rollouts = List.copyOf(rollouts);
        blobs = List.copyOf(blobs);
    }

    /** Whether there is nothing to remove. */
    public boolean isEmpty() {
        return rollouts.isEmpty() && blobs.isEmpty();
    }

    /**
     * A rollout that is over.
     *
     * @param rollout its id
     * @param status how it ended
     * @param finished when it ended
     */
    public record Ended(String rollout, RolloutStatus status, Instant finished) {}
}
