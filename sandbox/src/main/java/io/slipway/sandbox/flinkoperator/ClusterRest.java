package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.Network;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The operator's way to a cluster: its REST service. */
final class ClusterRest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PORT = 8081;

    private final Network network;
    private final String namespace;
    private final String cluster;

    ClusterRest(Network network, String namespace, String cluster) {
        this.network = network;
        this.namespace = namespace;
        this.cluster = cluster;
    }

    /** What the cluster answers; empty when nobody answers. */
    Optional<Answer> ask(String method, String path, String body) {
        Dial dial = network.dial(new Network.Origin(namespace, ""), ClusterObjects.rest(cluster), PORT);
        if (!(dial instanceof Dial.Connected connected)) {
            return Optional.empty();
        }
        SimResponse response = connected
                .endpoint()
                .handle(SimRequest.of(method, URI.create(path), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        try {
            return Optional.of(new Answer(response.status(), MAPPER.readTree(response.text())));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    Optional<JsonNode> get(String path) {
        return ask("GET", path, "").filter(Answer::ok).map(Answer::body);
    }

    /** Submits a program. */
    Optional<Answer> submit(String jar, String entryClass, int parallelism, String jobId) {
        String body = MAPPER.createObjectNode()
                .put("jar", jar)
                .put("entryClass", entryClass)
                .put("parallelism", parallelism)
                .put("jobId", jobId)
                .toString();
        return ask("POST", "/jobs", body);
    }

    /** Cancels a job that may have ended. */
    void cancel(String jobId) {
        ask("PATCH", "/jobs/" + jobId, "");
    }

    /** Stops a job with a savepoint; where it is, when it could be made. */
    Optional<String> stop(String jobId) {
        return ask("POST", "/jobs/" + jobId + "/stop", "{}")
                .filter(Answer::ok)
                .flatMap(answer -> get("/jobs/" + jobId + "/savepoints/"
                        + answer.body().path("request-id").asText()))
                .map(done -> done.at("/operation/location").asText(""))
                .filter(path -> !path.isEmpty());
    }

    /**
     * An answer.
     *
     * @param status its status
     * @param body its body
     */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        String error() {
            return body.path("errors").path(0).asText("HTTP " + status);
        }
    }
}
