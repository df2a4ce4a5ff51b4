package io.slipway.activities.helm.render;

/**
 * What a chart is told of its release.
 *
 * @param name of the release
 * @param namespace of the release
 * @param revision number of the revision that is made
 * @param upgrade whether there is one before it
 */
public record ReleaseFacts(String name, String namespace, int revision, boolean upgrade) {}
