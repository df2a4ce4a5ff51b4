package io.slipway.sandbox.temporal;

import io.temporal.testserver.TestServer;

/**
 * A Temporal server inside the JVM that other processes can reach. It binds <b>every interface without
 * authentication</b>: the server it is made of offers nothing narrower. Only for machines nobody else can reach.
 */
public final class PortBoundTemporal implements AutoCloseable {

    private final TestServer.PortBoundTestServer server;
    private final int port;

    private PortBoundTemporal(TestServer.PortBoundTestServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on a port.
     *
     * @param port the port
     * @return the running server
     */
    public static PortBoundTemporal start(int port) {
        return new PortBoundTemporal(TestServer.createPortBoundServer(port, true), port);
    }

    /**
     * Where it answers.
     *
     * @return such as {@code 127.0.0.1:7233}
     */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** Stops the server; what it held is gone. */
    @Override
    public void close() {
        server.close();
    }
}
