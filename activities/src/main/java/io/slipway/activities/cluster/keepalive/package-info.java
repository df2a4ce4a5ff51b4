/** Connections to an API server that are given up when nothing comes back over them any more. */
package io.slipway.activities.cluster.keepalive;
