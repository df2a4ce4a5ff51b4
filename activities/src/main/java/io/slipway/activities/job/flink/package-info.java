/** Flink jobs, submitted from a pod and followed over REST. */
package io.slipway.activities.job.flink;
