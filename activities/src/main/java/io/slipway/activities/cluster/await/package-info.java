/** Waits for one object to come into a state, by watching. */
package io.slipway.activities.cluster.await;
