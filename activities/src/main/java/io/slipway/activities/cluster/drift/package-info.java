/** Looks, with rights to read only, whether the cluster still is as a pipeline left it. */
package io.slipway.activities.cluster.drift;
