package io.slipway.sandbox.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The answer of a simulated server.
 *
 * @param headers by name, as sent
 */
public record SimResponse(int status, Map<String, String> headers, byte[] body) {
    public SimResponse {
        headers = Map.copyOf(headers);
    }

    public static SimResponse text(int status, String type, String body) {
        return new SimResponse(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public static SimResponse json(int status, JsonNode body) {
        return text(status, "application/json;charset=UTF-8", body.toString());
    }

    public static SimResponse html(String body) {
        return text(200, "text/html;charset=UTF-8", body);
    }

    public static SimResponse plain(int status, String body) {
        return text(status, "text/plain;charset=UTF-8", body);
    }

    public static SimResponse empty(int status) {
        return new SimResponse(status, Map.of(), new byte[0]);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
