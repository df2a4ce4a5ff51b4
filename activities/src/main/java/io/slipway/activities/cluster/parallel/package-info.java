/** Bounded work side by side on virtual threads. */
package io.slipway.activities.cluster.parallel;
