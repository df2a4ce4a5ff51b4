package io.slipway.cli.system;

import com.sun.net.httpserver.HttpExchange;
import io.slipway.worker.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics over HTTP, at {@code /metrics}. */
final class MetricsEndpoint implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MetricsEndpoint.class);
    private static final String PATH = "/metrics";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;

    private final Optional<SmallServer> server;

    private MetricsEndpoint(Optional<SmallServer> server) {
        this.server = server;
    }

    /** No metrics are served. */
    static MetricsEndpoint none() {
        return new MetricsEndpoint(Optional.empty());
    }

    /**
     * Serves them.
     *
     * @throws IOException when the port is taken
     */
    static MetricsEndpoint serve(InetSocketAddress address, Supplier<String> scrape) throws IOException {
        return new MetricsEndpoint(Optional.of(
                SmallServer.serve(address, Map.of(PATH, exchange -> answer(exchange, scrape)))));
    }

    private static void answer(HttpExchange exchange, Supplier<String> scrape) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
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
        return server.map(SmallServer::address).map(address -> address + PATH);
    }

    @Override
    public void close() {
        server.ifPresent(SmallServer::close);
    }
}
