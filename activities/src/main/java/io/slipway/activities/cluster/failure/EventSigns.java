package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.readiness.rule.KubeObject;
import java.util.List;
import java.util.Map;

/**
 * The warnings about an object, from core Events and those of events.k8s.io; and {@code FailedBinding}, which the volume
 * controller reports as normal though the claim will wait for ever.
 */
final class EventSigns {

    private EventSigns() {}

    static void about(KubeObject object, List<JsonNode> events, List<Sign> signs) {
        for (JsonNode event : events) {
            if (tells(event) && concerns(event, object)) {
                String message = event.has("message")
                        ? event.path("message").asText()
                        : event.path("note").asText();
                signs.add(new Sign(
                        Sign.Source.EVENT,
                        Signs.name(object),
                        object.kind(),
                        event.path("reason").asText(),
                        message,
                        Map.of()));
            }
        }
    }

    private static boolean tells(JsonNode event) {
        return event.path("type").asText().equals("Warning")
                || event.path("reason").asText().equals("FailedBinding");
    }

    private static boolean concerns(JsonNode event, KubeObject object) {
        JsonNode about = event.has("involvedObject") ? event.path("involvedObject") : event.path("regarding");
        String uid = about.path("uid").asText("");
        if (!uid.isEmpty() && object.has("metadata.uid")) {
            return uid.equals(object.text("metadata.uid"));
        }
        return about.path("kind").asText().equals(object.kind())
                && about.path("name").asText().equals(object.name());
    }
}
