package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.failure.EventTimes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A warning event.
 *
 * @param kind of the object it is about
 * @param name of that object
 * @param reason its reason, such as {@code BackOff}
 * @param message its message
 * @param at when it was seen last
 * @param count how often it was seen
 */
record WarningEvent(String kind, String name, String reason, String message, Instant at, long count) {

    /** The event, or empty when it is no warning. */
    static Optional<WarningEvent> of(JsonNode event) {
        if (!event.path("type").asText().equals("Warning")) {
            return Optional.empty();
        }
        JsonNode about = event.path("involvedObject");
        return Optional.of(new WarningEvent(
                about.path("kind").asText(),
                about.path("name").asText(),
                event.path("reason").asText(),
                event.path("message").asText(),
                EventTimes.lastSeen(event),
                Math.max(
                        event.path("count").asLong(1),
                        event.path("series").path("count").asLong(1))));
    }

    String line() {
        return kind.toLowerCase(Locale.ROOT) + "/" + name + " " + reason + ": " + message.strip();
    }

    Map<String, Object> value() {
        return Map.of(
                "kind",
                kind,
                "name",
                name,
                "reason",
                reason,
                "message",
                message,
                "count",
                count,
                "time",
                at.toString());
    }
}
