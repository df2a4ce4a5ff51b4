package io.slipway.cli.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Health over HTTP, for the probes of Kubernetes and compose: {@code /livez} while the process answers, {@code /readyz}
 * while it does its work. Nothing else is told.
 */
final class Health implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Optional<HttpServer> server;
    private final Optional<ExecutorService> threads;

    private Health(Optional<HttpServer> server, Optional<ExecutorService> threads) {
        this.server = server;
        this.threads = threads;
    }

    /** No health is served. */
    static Health none() {
        return new Health(Optional.empty(), Optional.empty());
    }

    /**
     * Serves it.
     *
     * @throws IOException when the port is taken
     */
    static Health serve(InetSocketAddress address, BooleanSupplier ready) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/livez", exchange -> answer(exchange, true));
        server.createContext("/readyz", exchange -> answer(exchange, ready.getAsBoolean()));
        server.start();
        return new Health(Optional.of(server), Optional.of(threads));
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
        return server.map(HttpServer::getAddress)
                .map(at -> "http://" + at.getAddress().getHostAddress() + ":" + at.getPort());
    }

    @Override
    public void close() {
        server.ifPresent(here -> here.stop(0));
        threads.ifPresent(ExecutorService::close);
    }
}
