/** The verb {@code route}. */
package io.slipway.activities.route;
