/**
 * Fast failure: sees in the objects that belong to a workload why it will not become ready, long before a time-out.
 *
 * <p>{@link io.slipway.activities.cluster.failure.OwnedTree} holds the objects, signs are read from them, rules in
 * {@code rules.yaml} give a sign its cause and fix, and {@link io.slipway.activities.cluster.failure.FailureWatch}
 * knows how long each has been seen. Pure: the caller brings objects, events and the time.
 */
package io.slipway.activities.cluster.failure;
