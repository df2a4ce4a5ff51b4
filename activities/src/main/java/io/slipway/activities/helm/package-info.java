/** The verb {@code helm}: charts rendered by Helm's own engine, applied and written down by Slipway. */
package io.slipway.activities.helm;
