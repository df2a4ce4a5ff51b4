package io.slipway.sandbox.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real HTTP server in front of a simulated one. */
public final class SimHttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimHttpServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SimHttpServer(HttpServer server, SimEndpoint endpoint) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, endpoint));
        server.start();
    }

    /** Listens on a free loopback port. */
    public static SimHttpServer plain(SimEndpoint endpoint) {
        try {
            return new SimHttpServer(HttpServer.create(loopback(), 0), endpoint);
        } catch (IOException noPort) {
            throw new UncheckedIOException("cannot listen on a loopback port", noPort);
        }
    }

    /** Listens on an address of the caller's, for a simulated server that others than this process ask. */
    public static SimHttpServer at(InetSocketAddress address, SimEndpoint endpoint) {
        try {
            return new SimHttpServer(HttpServer.create(address, 0), endpoint);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + address, taken);
        }
    }

    /** Listens on a free loopback port with TLS. */
    public static SimHttpServer tls(SSLContext context, SimEndpoint endpoint) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new SimHttpServer(server, endpoint);
        } catch (IOException noPort) {
            throw new UncheckedIOException("cannot listen on a loopback port", noPort);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private static void answer(HttpExchange exchange, SimEndpoint endpoint) throws IOException {
        try (exchange) {
            SimResponse response = handled(request(exchange), endpoint);
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            int length = response.body().length;
            exchange.sendResponseHeaders(response.status(), head || length == 0 ? -1 : length);
            if (!head && length > 0) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    /** A request that the simulation cannot answer is answered all the same: a broken connection says nothing. */
    private static SimResponse handled(SimRequest request, SimEndpoint endpoint) {
        try {
            return endpoint.handle(request);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("simulated server failed method={} path={}", request.method(), request.path(), failure);
            return SimResponse.plain(500, "the sandbox cannot answer this request: " + failure + "\n");
        }
    }

    private static SimRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        return SimRequest.of(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
