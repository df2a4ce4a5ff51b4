package io.slipway.sandbox.store;

import java.util.Optional;

/**
 * How to delete.
 *
 * @param propagation what happens to owned objects
 * @param uid only an object with this uid, when given
 * @param resourceVersion only this version, when given
 * @param gracePeriodSeconds the grace period asked for, when given; 0 removes a pod at once
 */
public record Deletion(
        Propagation propagation,
        Optional<String> uid,
        Optional<String> resourceVersion,
        Optional<Long> gracePeriodSeconds) {

    /** Deletes in the background, without preconditions and with the kind's own grace period. */
    public static final Deletion BACKGROUND =
            new Deletion(Propagation.BACKGROUND, Optional.empty(), Optional.empty(), Optional.empty());

    /** Deletes at once: what a kubelet sends when the containers of a pod have stopped. */
    public static final Deletion NOW =
            new Deletion(Propagation.BACKGROUND, Optional.empty(), Optional.empty(), Optional.of(0L));
}
