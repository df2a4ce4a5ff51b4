package io.slipway.activities.sql.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A SQL Gateway that forgets what is closed, as Flink's does. Its one job runs until {@link #finish}. */
final class FakeGateway implements AutoCloseable {
    private final HttpServer server;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final Map<String, String> operations = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile String state = "RUNNING";

    private FakeGateway(HttpServer server) {
        this.server = server;
    }

    static FakeGateway start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeGateway gateway = new FakeGateway(server);
        server.createContext("/", gateway::answer);
        server.start();
        return gateway;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All statements that were submitted, but for questions about jobs. */
    List<String> statements() {
        return statements.stream().filter(text -> !text.equals("SHOW JOBS")).toList();
    }

    /** How often jobs were asked for. */
    long looks() {
        return statements.stream().filter("SHOW JOBS"::equals).count();
    }

    /** The sessions that are open. */
    Set<String> sessions() {
        return Set.copyOf(sessions);
    }

    /** How many operations nobody has closed. */
    int open() {
        return operations.size();
    }

    /** Lets the job end. */
    void finish() {
        state = "FINISHED";
    }

    /** Begins anew, without any session. */
    void restart() {
        sessions.clear();
        operations.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Map<String, Object> said =
                    said(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
            byte[] text = Json.write(said).getBytes(UTF_8);
            exchange.sendResponseHeaders(said.containsKey("errors") ? 404 : 200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Map<String, Object> said(String method, String path, String body) {
        List<String> parts = List.of(path.split("/"));
        if (path.equals("/v1/info")) {
            return Map.of("productName", "Apache Flink", "version", "2.0.0");
        }
        if (path.equals("/api_versions")) {
            return Map.of("versions", List.of("V1", "V2"));
        }
        if (path.equals("/v2/sessions")) {
            String session = "session" + count.incrementAndGet();
            sessions.add(session);
            return Map.of("sessionHandle", session);
        }
        if (!sessions.contains(parts.get(3))) {
            return Map.of("errors", List.of("no such session"));
        }
        if (parts.size() == 4) {
            return method.equals("DELETE") && sessions.remove(parts.get(3)) ? Map.of("status", "CLOSED") : Map.of();
        }
        return parts.get(4).equals("statements") ? submitted(body) : operation(parts.get(5), parts.get(6));
    }

    private Map<String, Object> submitted(String body) {
        String statement = Json.read(body, Map.class).get("statement").toString();
        String operation = "operation" + count.incrementAndGet();
        statements.add(statement);
        operations.put(operation, statement);
        return Map.of("operationHandle", operation);
    }

    private Map<String, Object> operation(String operation, String what) {
        String statement = operations.get(operation);
        if (statement == null) {
            return Map.of("errors", List.of("Can not find the submitted operation"));
        }
        if (what.equals("close")) {
            operations.remove(operation);
        }
        return switch (what) {
            case "status" -> Map.of("status", "FINISHED");
            case "result" -> result(statement);
            default -> Map.of("status", "CLOSED");
        };
    }

    private Map<String, Object> result(String statement) {
        if (statement.startsWith("INSERT")) {
            return Map.of("resultType", "EOS", "jobID", "job1", "results", Map.of("data", List.of()));
        }
        List<String> fields = statement.equals("SHOW JOBS") ? List.of("job1", "insert", state) : List.of("7");
        Map<String, Object> row = Map.of("kind", "INSERT", "fields", fields);
        return Map.of("resultType", "EOS", "isQueryResult", true, "results", Map.of("data", List.of(row)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
