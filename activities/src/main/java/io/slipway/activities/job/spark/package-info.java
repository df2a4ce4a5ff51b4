/** Spark applications in cluster mode, submitted from a pod. */
package io.slipway.activities.job.spark;
