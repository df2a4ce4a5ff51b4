package io.slipway.activities.validate.probes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
                lastSeen(event),
                Math.max(
                        event.path("count").asLong(1),
                        event.path("series").path("count").asLong(1))));
    }

    /** The newest of an event's time stamps; recorders fill different ones. */
    private static Instant lastSeen(JsonNode event) {
        return Stream.of(
                        event.path("series").path("lastObservedTime"),
                        event.path("lastTimestamp"),
                        event.path("eventTime"),
                        event.path("firstTimestamp"),
                        event.path("metadata").path("creationTimestamp"))
                .flatMap(node -> instant(node).stream())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
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
