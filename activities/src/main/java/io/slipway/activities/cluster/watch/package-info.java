/** Shared watches: one for a kind and namespace, however many wait on it. */
package io.slipway.activities.cluster.watch;
