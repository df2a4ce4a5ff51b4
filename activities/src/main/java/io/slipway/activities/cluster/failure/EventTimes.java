package io.slipway.activities.cluster.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** When something happened by the time stamps of Events, of which recorders fill different ones. */
public final class EventTimes {
    private EventTimes() {}

    /** When an event was seen last: the newest of its time stamps; 1970 when it has none. */
    public static Instant lastSeen(JsonNode event) {
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

    /** A time stamp; empty when it is none. */
    static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
