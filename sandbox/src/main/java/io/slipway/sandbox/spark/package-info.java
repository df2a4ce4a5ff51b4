/** A simulated Spark on Kubernetes: spark-submit, drivers, executors, the History Server, SQL in the submit pod. */
package io.slipway.sandbox.spark;
