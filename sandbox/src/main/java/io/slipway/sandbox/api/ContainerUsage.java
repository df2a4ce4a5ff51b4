package io.slipway.sandbox.api;

/**
 * What a container uses.
 *
 * @param container its name
 * @param milliCores CPU in thousandths of a core
 * @param memoryBytes working set in bytes
 */
public record ContainerUsage(String container, long milliCores, long memoryBytes) {}
