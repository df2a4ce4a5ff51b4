package io.slipway.activities.cluster.lease;

import java.time.Instant;

/**
 * Who holds a group.
 *
 * @param identity as the holder gave it, see {@link HolderName}
 * @param since when it took the group
 * @param trail where the holder is carried out
 */
public record Holder(String identity, Instant since, Trail trail) {
    /** The rollout, or the whole identity when something else than Slipway holds the Lease. */
    public String rollout() {
        return HolderName.of(identity).map(HolderName::rollout).orElse(identity);
    }

    /** For people: who, since when, where. */
    public String text() {
        return "rollout '" + rollout() + "' since " + since
                + (trail.place().isEmpty() ? "" : ", run by " + trail.place());
    }
}
