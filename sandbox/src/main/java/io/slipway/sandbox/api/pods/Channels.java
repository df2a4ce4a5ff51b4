package io.slipway.sandbox.api.pods;

/** The channels of {@code channel.k8s.io}: the first byte of each message. */
final class Channels {

    static final int STDIN = 0;
    static final int STDOUT = 1;
    static final int STDERR = 2;
    static final int ERROR = 3;
    static final int RESIZE = 4;
    /** Since v5: the channel named by the second byte has ended. */
    static final int CLOSE = 255;

    private Channels() {}
}
