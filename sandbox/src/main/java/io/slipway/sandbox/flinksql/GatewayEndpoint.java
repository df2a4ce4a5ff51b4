package io.slipway.sandbox.flinksql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.flink.FlinkClient;
import io.slipway.sandbox.flink.FlinkImage;
import io.slipway.sandbox.net.SimEndpoint;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The gateway's REST API: sessions, statements, operations, results by page. */
final class GatewayEndpoint implements SimEndpoint {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Services services;
    private final Container container;
    private final JobPort jobs;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** A session with its statements. */
    private record Session(GatewaySql sql, Map<String, Operation> operations) {}

    GatewayEndpoint(Services services, Container container) {
        this.services = services;
        this.container = container;
        this.jobs = new JobPort(new FlinkClient(services, container));
    }

    @Override
    public SimResponse handle(SimRequest request) {
        String[] path = request.path().replaceFirst("^/", "").split("/");
        boolean versioned = path[0].matches("v\\d");
        String version = versioned ? path[0] : "v1";
        String[] rest = versioned ? Arrays.copyOfRange(path, 1, path.length) : path;
        if (rest.length == 0) {
            return error(404, "Not found: " + request.path());
        }
        return switch (rest[0]) {
            case "info" -> ok(info());
            case "api_versions" -> ok(versions());
            case "sessions" -> rest.length == 1 ? open(request) : session(request, version, rest);
            default -> error(404, "Not found: " + request.path());
        };
    }

    private ObjectNode info() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("productName", "Apache Flink")
                .put("version", FlinkImage.version(container));
    }

    private static ObjectNode versions() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("versions").add("V1").add("V2");
        return body;
    }

    private SimResponse open(SimRequest request) {
        Map<String, String> properties = new TreeMap<>();
        body(request)
                .path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        String id = UUID.randomUUID().toString();
        sessions.put(
                id,
                new Session(
                        new GatewaySql(jobs, new KeptTables(services, container, jobs), properties),
                        new ConcurrentHashMap<>()));
        return ok(JsonNodeFactory.instance.objectNode().put("sessionHandle", id));
    }

    private SimResponse session(SimRequest request, String version, String[] path) {
        Session session = sessions.get(path[1]);
        if (session == null) {
            return error(500, trace("Session '" + path[1] + "' does not exist."));
        }
        if (path.length == 2) {
            if (request.method().equals("DELETE")) {
                sessions.remove(path[1]);
                return ok(JsonNodeFactory.instance.objectNode().put("status", "CLOSED"));
            }
            return ok(JsonNodeFactory.instance.objectNode());
        }
        return switch (path[2]) {
            case "heartbeat" -> ok(JsonNodeFactory.instance.objectNode());
            case "statements" -> submit(session, body(request).path("statement").asText(""));
            case "operations" -> operation(request, session, version, path);
            default -> error(404, "Not found: " + request.path());
        };
    }

    private static SimResponse submit(Session session, String statement) {
        String id = UUID.randomUUID().toString();
        Operation operation;
        try {
            operation = new Operation(id, Optional.of(session.sql().run(statement)), Optional.empty());
        } catch (SqlFault fault) {
            operation = new Operation(
                    id,
                    Optional.empty(),
                    Optional.of(
                            "org.apache.flink.table.gateway.service.utils.SqlExecutionException: Failed to execute the operation "
                                    + id
                                    + ".\n\tat org.apache.flink.table.gateway.service.operation.OperationManager$Operation.processThrowable(OperationManager.java:414)\nCaused by: "
                                    + fault.getMessage()));
        }
        session.operations().put(id, operation);
        return ok(JsonNodeFactory.instance.objectNode().put("operationHandle", id));
    }

    private static SimResponse operation(SimRequest request, Session session, String version, String[] path) {
        Operation operation = path.length > 4 ? session.operations().get(path[3]) : null;
        if (operation == null) {
            return error(
                    500,
                    trace("Can not find the submitted operation in the OperationManager with the "
                            + (path.length > 3 ? path[3] : "") + "."));
        }
        return switch (path[4]) {
            case "status" -> ok(JsonNodeFactory.instance.objectNode().put("status", operation.status()));
            // Every operation is over when it can be asked for, and the real gateway too cancels none that is.
            case "cancel" ->
                error(
                        500,
                        trace("Failed to convert the Operation Status from " + operation.status() + " to CANCELED for "
                                + operation.id() + "."));
            case "close" -> {
                session.operations().remove(path[3]);
                yield ok(JsonNodeFactory.instance.objectNode().put("status", "CLOSED"));
            }
            case "result" -> result(request, operation, version, path);
            default -> error(404, "Not found: " + request.path());
        };
    }

    private static SimResponse result(SimRequest request, Operation operation, String version, String[] path) {
        if (operation.trace().isPresent()) {
            return error(500, operation.trace().get());
        }
        String base = request.path().replaceFirst("/result/.*$", "");
        long token = path.length > 5 && path[5].matches("\\d{1,9}") ? Long.parseLong(path[5]) : 0;
        return ok(operation.page(base, version, token));
    }

    private static String trace(String message) {
        return "org.apache.flink.table.gateway.api.utils.SqlGatewayException: java.lang.IllegalStateException\n\tat org.apache.flink.table.gateway.rest.handler.AbstractSqlGatewayRestHandler.respondToRequest(AbstractSqlGatewayRestHandler.java:85)\nCaused by: org.apache.flink.table.gateway.api.utils.SqlGatewayException: "
                + message;
    }

    private static SimResponse ok(JsonNode body) {
        return SimResponse.json(200, body);
    }

    private static SimResponse error(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var errors = body.putArray("errors");
        if (status == 500) {
            errors.add("Internal server error.");
            errors.add("<Exception on server side:\n" + message + "\n\nEnd of exception on server side>");
        } else {
            errors.add(message);
        }
        return SimResponse.json(status, body);
    }

    private static JsonNode body(SimRequest request) {
        try {
            return request.body().length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(request.text());
        } catch (JsonProcessingException noJson) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
