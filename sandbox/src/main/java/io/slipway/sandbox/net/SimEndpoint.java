package io.slipway.sandbox.net;

/** A simulated server on a port of a pod. */
@FunctionalInterface
public interface SimEndpoint {
    /** Listens, but speaks no HTTP: RPC and data ports. */
    SimEndpoint RAW = request -> SimResponse.plain(400, "This port does not speak HTTP\n");

    /** Answers a request. */
    SimResponse handle(SimRequest request);
}
