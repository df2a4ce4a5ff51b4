/** Kubernetes Jobs. */
package io.slipway.activities.job.kubernetes;
