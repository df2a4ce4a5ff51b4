/** Pipelines that are sent to workers which do not have their folders. */
package io.slipway.activities.bundle;
