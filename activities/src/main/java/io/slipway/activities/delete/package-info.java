/** The verb {@code delete}. */
package io.slipway.activities.delete;
