package io.slipway.sandbox.net;

/** Connects pods with services and pods. */
public interface Network {
    /**
     * Connects.
     *
     * @param from who connects: names are resolved in its namespace, {@code localhost} is itself
     * @param host service name in any of its forms, pod address, pod name of a headless service, or {@code localhost}
     */
    Dial dial(Origin from, String host, int port);

    /**
     * Where a connection comes from.
     *
     * @param pod empty when it comes from outside of pods
     */
    record Origin(String namespace, String pod) {}
}
