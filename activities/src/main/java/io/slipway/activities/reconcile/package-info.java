/** The verb {@code reconcile}: Flux. */
package io.slipway.activities.reconcile;
