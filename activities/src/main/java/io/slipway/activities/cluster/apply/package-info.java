/** Server-side apply of many objects: in order, side by side, without writing what is already as it should be. */
package io.slipway.activities.cluster.apply;
