package io.slipway.activities.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param method such as {@code GET}
 * @param uri where to
 * @param headers by name
 * @param body a text, or a value that is sent as JSON
 * @param verify whether the certificate of a https address must be trusted
 * @param timeout how long the whole answer may take
 */
public record HttpAsk(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<JsonNode> body,
        boolean verify,
        Duration timeout) {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public HttpAsk {
        headers = Map.copyOf(headers);
    }

    /** A plain GET. */
    public static HttpAsk get(URI uri, Duration timeout) {
        return new HttpAsk("GET", uri, Map.of(), Optional.empty(), true, timeout);
    }

    /** The body as it is sent. */
    Optional<String> text() {
        return body.map(value -> value.isTextual() ? value.asText() : Json.write(value));
    }

    /** Whether the body is JSON that was not written as a text. */
    boolean json() {
        return body.isPresent() && !body.get().isTextual();
    }

    /** How long one request may take when the step has so much time left. */
    public static Duration patience(Duration left) {
        Duration least = left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
        return least.compareTo(LONGEST) < 0 ? least : LONGEST;
    }
}
