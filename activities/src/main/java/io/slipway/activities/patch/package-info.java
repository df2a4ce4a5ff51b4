/** The verb {@code patch}. */
package io.slipway.activities.patch;
