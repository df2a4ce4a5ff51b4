package io.slipway.worker.groups;

import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;

/** What tells one Temporal server from another. */
public interface ServerMark {
    /** A name that no other server has, without a slash at the end. */
    String name();

    /** Where a rollout of this server is carried out and how it is followed. */
    Trail trail(String rollout);

    /** What is known here of another server. */
    Standing standing(String otherServer);
}
