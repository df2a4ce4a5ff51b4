package io.slipway.sandbox.api;

/**
 * Names a container.
 *
 * @param namespace the pod's namespace
 * @param pod the pod's name
 * @param container the container's name
 */
public record ContainerRef(String namespace, String pod, String container) {}
