package io.slipway.sandbox.temporal;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A Temporal server inside the JVM that other processes of this machine can reach. It asks nobody who they are, so it
 * binds loopback only; {@code TestServer} of the SDK would bind every interface, which is why its parts are put
 * together here.
 */
public final class PortBoundTemporal implements AutoCloseable {

    private final TestServicesStarter services;
    private final Server server;

    private PortBoundTemporal(TestServicesStarter services, Server server) {
        this.services = services;
        this.server = server;
    }

    /**
     * Starts a server on a port of loopback.
     *
     * @param port the port; 0 for any that is free
     * @param cluster the id of its cluster, by which clients tell it from other servers
     * @return the running server
     * @throws UncheckedIOException when the port is taken
     */
    public static PortBoundTemporal start(int port, String cluster) {
        TestServicesStarter services = new TestServicesStarter(true, System.currentTimeMillis());
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        builder.intercept(new ClusterId(cluster));
        GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder, List.of());
        try {
            return new PortBoundTemporal(services, builder.build().start());
        } catch (IOException e) {
            services.close();
            throw new UncheckedIOException("Temporal cannot be served on port " + port + " of loopback", e);
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code 127.0.0.1:7233}
     */
    public String target() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Stops the server; what it held is gone. */
    @Override
    public void close() {
        server.shutdownNow();
        services.close();
    }
}
