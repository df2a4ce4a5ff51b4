package io.slipway.cli.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.worker.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics over HTTP, at {@code /metrics}. */
final class MetricsEndpoint implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MetricsEndpoint.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;

    private final Optional<HttpServer> server;
    private final Optional<ExecutorService> threads;

    private MetricsEndpoint(Optional<HttpServer> server, Optional<ExecutorService> threads) {
        this.server = server;
        this.threads = threads;
    }

    /** No metrics are served. */
    static MetricsEndpoint none() {
        return new MetricsEndpoint(Optional.empty(), Optional.empty());
    }

    /**
     * Serves them.
     *
     * @throws IOException when the port is taken
     */
    static MetricsEndpoint serve(InetSocketAddress address, Supplier<String> scrape) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/metrics", exchange -> answer(exchange, scrape));
        server.start();
        return new MetricsEndpoint(Optional.of(server), Optional.of(threads));
    }

    private static void answer(HttpExchange exchange, Supplier<String> scrape) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            byte[] text;
            try {
                text = scrape.get().getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                log.warn("metrics could not be read", e);
                exchange.sendResponseHeaders(BROKEN, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", Metrics.CONTENT_TYPE);
            exchange.sendResponseHeaders(OK, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Where they are served, as an address of HTTP. */
    Optional<String> address() {
        return server.map(HttpServer::getAddress)
                .map(at -> "http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/metrics");
    }

    @Override
    public void close() {
        server.ifPresent(here -> here.stop(0));
        threads.ifPresent(ExecutorService::close);
    }
}
