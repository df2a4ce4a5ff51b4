/** Flink jobs that the Flink Kubernetes Operator carries out. */
package io.slipway.activities.job.flink.operator;
