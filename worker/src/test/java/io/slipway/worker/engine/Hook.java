package io.slipway.worker.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of notices on loopback, which remembers what it was told. */
final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile int status = 200;
    private volatile String answer = "ok";

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8), JsonNode.class));
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        byte[] text = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    /** From now on it answers so. */
    void answers(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<JsonNode> bodies() {
        return List.copyOf(bodies);
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
