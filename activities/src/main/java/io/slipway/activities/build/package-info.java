/** The verb {@code build}. */
package io.slipway.activities.build;
