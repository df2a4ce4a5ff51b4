package io.slipway.sandbox.flink;

import io.slipway.sandbox.workloads.Container;

/**
 * A registered TaskManager.
 *
 * @param id as Flink shows it: address, port and a random part
 */
record TaskManager(String id, Container container, int slots, FlinkConfig config) {}
