package io.slipway.activities.rollout;

import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;

/** The Temporal server that carries rollouts out, as concurrency groups see it. */
public interface GroupServer {
    /** A name that no other server has, even one whose namespace is called the same. */
    String name();

    /** Where one of its rollouts is carried out and how it is followed. */
    Trail trail(String rollout);

    /** What is known here of a holder. One of another server is foreign, unless that server is known to be gone. */
    Standing standing(HolderName holder);
}
