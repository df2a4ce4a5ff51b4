/** The verb {@code restart}. */
package io.slipway.activities.restart;
