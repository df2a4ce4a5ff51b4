/**
 * Flink's memory model as arithmetic: how the options of a TaskManager or JobManager divide the memory of its process,
 * and whether that fits its container. Pure: no cluster is asked.
 */
package io.slipway.activities.flink.memory;
