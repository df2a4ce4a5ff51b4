package io.slipway.activities.http;

import io.slipway.activities.evidence.JsonValues;
import io.slipway.activities.reach.HttpReply;
import java.util.Map;

/** What expressions see of an HTTP answer. */
public final class HttpSeen {
    private HttpSeen() {}

    /** {@code status}, {@code body} and {@code headers}. */
    public static Map<String, Object> values(HttpReply reply) {
        return Map.of("status", (long) reply.status(), "body", JsonValues.of(reply.body()), "headers", reply.headers());
    }

    /** One line for people; of a page the text without its tags. */
    public static String line(HttpReply reply) {
        String body = reply.text().strip();
        String text = body.startsWith("<") ? body.replaceAll("<[^>]*>", " ").strip() : body;
        return "HTTP " + reply.status() + (text.isEmpty() ? "" : ", " + text);
    }
}
