/** Whether a Kubernetes object is ready, and why not. */
package io.slipway.activities.cluster.readiness;
