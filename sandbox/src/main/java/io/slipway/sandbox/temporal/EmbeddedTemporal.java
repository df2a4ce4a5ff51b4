package io.slipway.sandbox.temporal;

import io.grpc.ManagedChannel;
import io.temporal.testserver.TestServer;

/**
 * A Temporal server inside the JVM, in memory, with real time. It knows no schedules, lists, resets or deletions, and
 * takes payloads a real server refuses. Search attributes are registered by whoever uses them.
 */
public final class EmbeddedTemporal implements AutoCloseable {

    private final TestServer.InProcessTestServer server;

    private EmbeddedTemporal(TestServer.InProcessTestServer server) {
        this.server = server;
    }

    /**
     * Starts a server that only this JVM can reach.
     *
     * @return the running server
     */
    public static EmbeddedTemporal start() {
        TestServer.InProcessTestServer server = TestServer.createServer(true);
        QuickLocks.in(server);
        return new EmbeddedTemporal(server);
    }

    /**
     * The channel for {@code WorkflowServiceStubsOptions.setChannel}.
     *
     * @return the server's channel; closed with the server
     */
    public ManagedChannel channel() {
        return server.getChannel();
    }

    /** Stops the server; what it held is gone. */
    @Override
    public void close() {
        server.getChannel().shutdownNow(); // else it waits for polls that nobody answers any more
        server.close();
    }
}
