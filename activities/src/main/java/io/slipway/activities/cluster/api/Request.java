package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** One request; a missing body sends none. */
record Request(String method, String path, String contentType, JsonNode body) {
    private static final String JSON = "application/json";

    static Request get(String path) {
        return new Request("GET", path, JSON, MissingNode.getInstance());
    }

    static Request with(String method, String path, JsonNode body) {
        return new Request(method, path, JSON, body);
    }
}
