/** Rules for kinds whose readiness cannot be said in a pack: they count, add up or compare lists. */
package io.slipway.activities.cluster.readiness.special;
