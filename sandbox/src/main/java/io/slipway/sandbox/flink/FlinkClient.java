package io.slipway.sandbox.flink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.sandbox.net.Dial;
import io.slipway.sandbox.net.SimRequest;
import io.slipway.sandbox.net.SimResponse;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The command line's side of the REST API, over the simulated network. */
public final class FlinkClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Services services;
    private final Container container;

    /** The REST API that the container's configuration names. */
    public FlinkClient(Services services, Container container) {
        this.services = services;
        this.container = container;
    }

    /** Gets a resource. */
    public JsonNode get(String path) throws FlinkRefusal {
        return call("GET", path, "");
    }

    /** Sends a request; the refusal has the message of the answer. */
    public JsonNode call(String method, String path, String body) throws FlinkRefusal {
        FlinkConfig config = FlinkConfig.of(container);
        String host = config.get("rest.address", config.get("jobmanager.rpc.address", "localhost"));
        int port = config.number("rest.port", 8081);
        Dial dial = services.network().dial(container.origin(), host, port);
        if (!(dial instanceof Dial.Connected connected)) {
            throw new FlinkRefusal(
                    503,
                    "org.apache.flink.runtime.rest.ConnectionClosedException: Could not connect to " + host + ":"
                            + port);
        }
        SimResponse response = connected
                .endpoint()
                .handle(SimRequest.of(method, URI.create(path), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        JsonNode answer = parse(response);
        if (response.status() >= 400) {
            throw new FlinkRefusal(
                    response.status(), answer.path("errors").path(0).asText("HTTP " + response.status()));
        }
        return answer;
    }

    private static JsonNode parse(SimResponse response) throws FlinkRefusal {
        try {
            return MAPPER.readTree(response.text());
        } catch (JsonProcessingException notJson) {
            throw new FlinkRefusal(500, "the answer is no JSON: " + response.text());
        }
    }
}
