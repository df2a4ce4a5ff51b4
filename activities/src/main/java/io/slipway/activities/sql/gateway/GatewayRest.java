package io.slipway.activities.sql.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.HttpAsk;
import io.slipway.activities.reach.HttpReply;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.SqlEngine;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The REST API of a Flink SQL Gateway, of version 1 or 2.
 *
 * @see <a href="https://nightlies.apache.org/flink/flink-docs-release-2.0/docs/dev/table/sql-gateway/rest/">its API</a>
 */
final class GatewayRest {
    private static final String V2 = "v2";
    private static final String V1 = "v1";

    private final Reach reach;
    private final SqlEngine.Gateway gateway;
    private String version = V2;

    GatewayRest(Reach reach, SqlEngine.Gateway gateway) {
        this.reach = reach;
        this.gateway = gateway;
    }

    /** What the way to a gateway, and to the cluster behind it, asks of the API server. */
    static Calls calls(SqlEngine.Gateway gateway, Reach reach) throws InterruptedException {
        boolean inCluster = !isUrl(gateway) || gateway.rest().isPresent();
        return inCluster ? reach.callsToService() : Calls.NONE;
    }

    private static boolean isUrl(SqlEngine.Gateway gateway) {
        return gateway.address().contains("://");
    }

    /**
     * Finds out what answers, and how new it is.
     *
     * @return product and version, for people
     * @throws StepFailure when it is no SQL Gateway
     */
    String meet() throws InterruptedException {
        JsonNode info = get("/" + V1 + "/info");
        String product = info.path("productName").asText("");
        if (!product.equals("Apache Flink")) {
            throw StepFailure.permanent(
                    "the server at " + gateway.address() + " is not a Flink SQL Gateway",
                    "its /v1/info does not identify one",
                    "name the gateway's service and port, such as flink-sql-gateway:8083");
        }
        boolean newer = find("/api_versions")
                .filter(known -> known.path("versions").toString().contains("V2"))
                .isPresent();
        version = newer ? V2 : V1;
        return product + " " + info.path("version").asText("");
    }

    String open(String name) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sessionName", name);
        ObjectNode properties = body.putObject("properties");
        gateway.properties().forEach(properties::put);
        return change("POST", "/sessions", Optional.of(body))
                .path("sessionHandle")
                .asText();
    }

    /** Whether a session is still there. */
    boolean knows(String session) throws InterruptedException {
        return send("GET", path("/sessions/" + session), Optional.empty()).ok();
    }

    String submit(String session, String statement) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("statement", statement);
        return change("POST", "/sessions/" + session + "/statements", Optional.of(body))
                .path("operationHandle")
                .asText();
    }

    /** How an operation stands: INITIALIZED, PENDING, RUNNING, FINISHED, CANCELED, CLOSED, ERROR, TIMEOUT. */
    String status(String session, String operation) throws InterruptedException {
        return get(path(operation(session, operation) + "/status"))
                .path("status")
                .asText();
    }

    /** The address of the first page of a result. */
    String firstPage(String session, String operation) {
        return path(operation(session, operation) + "/result/0") + (version.equals(V2) ? "?rowFormat=JSON" : "");
    }

    /** A page as the gateway answers it, well or not. */
    HttpReply page(String uri) throws InterruptedException {
        return send("GET", uri, Optional.empty());
    }

    void cancel(String session, String operation) throws InterruptedException {
        change("POST", operation(session, operation) + "/cancel", Optional.empty());
    }

    void close(String session, String operation) throws InterruptedException {
        change("DELETE", operation(session, operation) + "/close", Optional.empty());
    }

    void close(String session) throws InterruptedException {
        change("DELETE", "/sessions/" + session, Optional.empty());
    }

    private static String operation(String session, String operation) {
        return "/sessions/" + session + "/operations/" + operation;
    }

    private String path(String path) {
        return "/" + version + path;
    }

    private JsonNode change(String method, String path, Optional<JsonNode> body) throws InterruptedException {
        reach.context().beforeWrite();
        return checked(send(method, path(path), body), path(path));
    }

    private JsonNode get(String path) throws InterruptedException {
        return checked(send("GET", path, Optional.empty()), path);
    }

    private Optional<JsonNode> find(String path) throws InterruptedException {
        HttpReply reply = send("GET", path, Optional.empty());
        return reply.ok() ? Optional.of(reply.body()) : Optional.empty();
    }

    private JsonNode checked(HttpReply reply, String path) {
        if (!reply.ok()) {
            throw StepFailure.of(
                    "the SQL Gateway " + gateway.address() + " answered " + reply.status() + " to " + path,
                    reach.context().masker().mask(GatewayError.root(reply)),
                    "see the gateway's log");
        }
        return reply.body();
    }

    private HttpReply send(String method, String path, Optional<JsonNode> body) throws InterruptedException {
        String base = isUrl(gateway)
                ? gateway.address().replaceAll("/+$", "")
                : reach.service(gateway.address()).toString();
        return reach.http()
                .send(new HttpAsk(
                        method,
                        URI.create(base + path),
                        Map.of(),
                        body,
                        true,
                        HttpAsk.patience(reach.context().left())));
    }
}
