package io.slipway.sandbox.net;

/** What happens when something connects. */
public sealed interface Dial {
    /** Somebody listens. */
    record Connected(SimEndpoint endpoint, String address) implements Dial {}

    /** The name is not known to the cluster's DNS. */
    record Unresolved(String host) implements Dial {}

    /** Nobody listens: no endpoint, or the port is closed. */
    record Refused(String host, String address, int port) implements Dial {}
}
