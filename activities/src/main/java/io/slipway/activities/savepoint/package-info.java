/** The verb {@code savepoint}. */
package io.slipway.activities.savepoint;
