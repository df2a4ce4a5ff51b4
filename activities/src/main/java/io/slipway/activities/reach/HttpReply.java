package io.slipway.activities.reach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status its status
 * @param headers by name in lower case; of several with a name the first
 * @param text its body, at most {@link HttpSender#MOST_BYTES}
 */
public record HttpReply(int status, Map<String, String> headers, String text) {
    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body: parsed when it is a JSON object or list, else a text. */
    public JsonNode body() {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return new TextNode(text);
        }
        try {
            return Json.read(text, JsonNode.class);
        } catch (UncheckedIOException notJson) {
            return new TextNode(text);
        }
    }
}
