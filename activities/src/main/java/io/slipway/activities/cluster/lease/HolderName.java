package io.slipway.activities.cluster.lease;

import java.util.Optional;

/**
 * The name that a rollout gives itself as the holder of a group: {@code SERVER/ROLLOUT/RUN}.
 *
 * @param server the Temporal server and its namespace, as no other server names itself; may have slashes
 * @param rollout id of the rollout
 * @param run Temporal's first run id, which stays the same over continue-as-new
 */
public record HolderName(String server, String rollout, String run) {
    /** The holder's identity; ids typed in the Temporal UI may have slashes themselves. */
    public String identity() {
        return server + "/" + escaped(rollout) + "/" + escaped(run);
    }

    /** The name in an identity; empty for a Lease that something else than Slipway holds. */
    public static Optional<HolderName> of(String identity) {
        int run = identity.lastIndexOf('/');
        int rollout = identity.lastIndexOf('/', run - 1);
        return rollout <= 0
                ? Optional.empty()
                : Optional.of(new HolderName(
                        identity.substring(0, rollout),
                        plain(identity.substring(rollout + 1, run)),
                        plain(identity.substring(run + 1))));
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String plain(String part) {
        return part.replace("%2F", "/").replace("%25", "%");
    }
}
