/** Deletes objects and sees them go. */
package io.slipway.activities.cluster.removal;
