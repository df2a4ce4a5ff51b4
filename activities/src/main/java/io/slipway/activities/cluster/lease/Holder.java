package io.slipway.activities.cluster.lease;

import java.time.Instant;

/**
 * Who holds a group.
 *
 * @param identity as the holder gave it: Temporal's cluster, namespace and run
 * @param since when it took the group
 */
public record Holder(String identity, Instant since) {}
