/** The verb {@code deploy}. */
package io.slipway.activities.deploy;
