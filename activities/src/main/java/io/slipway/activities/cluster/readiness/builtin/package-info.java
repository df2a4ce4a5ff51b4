/** Readiness of the workload kinds of Kubernetes itself. */
package io.slipway.activities.cluster.readiness.builtin;
