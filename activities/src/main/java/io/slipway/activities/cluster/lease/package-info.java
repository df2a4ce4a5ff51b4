/** Concurrency groups: a Lease on the target says who may change it. */
package io.slipway.activities.cluster.lease;
