/** The verb {@code waitReady}. */
package io.slipway.activities.waitready;
