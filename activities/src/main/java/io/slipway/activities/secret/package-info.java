/** The verb {@code secret}. */
package io.slipway.activities.secret;
