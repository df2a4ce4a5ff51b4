/** The verb {@code scale}: what it was before is written on the object itself, so that it can be put back from there. */
package io.slipway.activities.scale;
