/** Waits until objects are ready, by watching; fails fast when they cannot become so. */
package io.slipway.activities.cluster.ready;
