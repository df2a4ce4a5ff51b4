/** One object that a step names. */
package io.slipway.activities.cluster.named;
