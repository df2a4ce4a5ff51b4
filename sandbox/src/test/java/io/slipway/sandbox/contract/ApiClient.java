package io.slipway.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;

/** Plain HTTP to an API server. Bodies are JSON; apostrophes stand for quotation marks. */
final class ApiClient {

    static final String APPLY = "application/apply-patch+yaml";
    static final String MERGE = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final String api;
    private final String token;
    private final String as;
    private final HttpClient http;

    ApiClient(String api, String token, String as, SSLContext trust) {
        this.api = api;
        this.token = token;
        this.as = as;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .build();
    }

    /** An answer. */
    record Answer(int code, JsonNode body, List<String> warnings) {

        /** The body of an answer that must be a success. */
        JsonNode ok() {
            Assertions.assertThat(code).as(body.toString()).isBetween(200, 299);
            return body;
        }

        String message() {
            return body.path("message").asText();
        }

        String reason() {
            return body.path("reason").asText();
        }
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, "application/json", body.toString());
    }

    Answer patch(String path, String type, String body) {
        return send("PATCH", path, type, body);
    }

    Answer delete(String path, String options) {
        return send("DELETE", path, "application/json", options);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    /** How a body is encoded for a client that reads gzip, and the body. */
    record Encoded(String encoding, byte[] body) {}

    Encoded encoded(String path) {
        HttpRequest request = HttpRequest.newBuilder(request("GET", path, "", ""), (name, value) -> true)
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Encoded(response.headers().firstValue("Content-Encoding").orElse(""), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The lines of a watch; close the stream to end it. */
    Stream<JsonNode> watch(String path) {
        try {
            return http.send(request("GET", path, "", ""), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .map(line -> json(line.replace("'", "\\u0027")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Answer send(String method, String path, String type, String body) {
        try {
            HttpResponse<String> response =
                    http.send(request(method, path, type, body), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    body(response.body()),
                    response.headers().allValues("Warning"));
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What is no JSON is text. */
    private static JsonNode body(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException none) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    private HttpRequest request(String method, String path, String type, String body) {
        String sent = body.startsWith("{'") || body.startsWith("[{'") ? body.replace('\'', '"') : body;
        HttpRequest.BodyPublisher publisher =
                sent.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(sent);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(api + path))
                .header("User-Agent", "contract/1")
                .method(method, publisher);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (!type.isEmpty()) {
            builder.header("Content-Type", type);
        }
        if (!as.isEmpty()) {
            builder.header("Impersonate-User", as);
        }
        return builder.build();
    }
}
