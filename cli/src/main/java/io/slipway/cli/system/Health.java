package io.slipway.cli.system;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Health over HTTP, for the probes of Kubernetes and compose: {@code /livez} while the process answers, {@code /readyz}
 * while it does its work. Nothing else is told.
 */
final class Health implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Optional<SmallServer> server;

    private Health(Optional<SmallServer> server) {
        this.server = server;
    }

    /** No health is served. */
    static Health none() {
        return new Health(Optional.empty());
    }

    /**
     * Serves it.
     *
     * @throws IOException when the port is taken
     */
    static Health serve(InetSocketAddress address, BooleanSupplier ready) throws IOException {
        return new Health(Optional.of(SmallServer.serve(
                address,
                Map.of(
                        "/livez", exchange -> answer(exchange, true),
                        "/readyz", exchange -> answer(exchange, ready.getAsBoolean())))));
    }

    private static void answer(HttpExchange exchange, boolean good) throws IOException {
        byte[] text = (good ? "ok\n" : "not ready\n").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(good ? OK : UNAVAILABLE, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Where it is served, as an address of HTTP. */
    Optional<String> address() {
        return server.map(SmallServer::address);
    }

    @Override
    public void close() {
        server.ifPresent(SmallServer::close);
    }
}
