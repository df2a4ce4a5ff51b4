/** Where large and lasting things are kept: blobs by their content, journals by their rollout. */
package io.slipway.activities.store;
