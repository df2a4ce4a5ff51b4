/** A simulated Flink session cluster: JobManager, TaskManagers, REST API, command line, checkpoints. */
package io.slipway.sandbox.flink;
