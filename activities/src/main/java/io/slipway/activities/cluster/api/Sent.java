package io.slipway.activities.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/** Whether an object is what was sent: the server adds fields of its own and their defaults, but changes none. */
final class Sent {
    private static final String VERSION = "resourceVersion";

    private Sent() {}

    static boolean isIn(JsonNode sent, JsonNode live) {
        if (sent.isObject()) {
            return sent.propertyStream()
                    .allMatch(field ->
                            field.getKey().equals(VERSION) || isIn(field.getValue(), live.path(field.getKey())));
        }
        if (sent.isArray()) {
            return sent.size() == live.size()
                    && IntStream.range(0, sent.size()).allMatch(i -> isIn(sent.get(i), live.path(i)));
        }
        return sent.equals(live);
    }
}
