/** Connects to the clusters that a worker's configuration names. */
package io.slipway.activities.cluster.targets;
