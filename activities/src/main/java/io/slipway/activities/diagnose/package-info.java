/** The verb {@code diagnose}. */
package io.slipway.activities.diagnose;
