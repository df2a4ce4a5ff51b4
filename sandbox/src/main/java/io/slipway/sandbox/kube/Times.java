package io.slipway.sandbox.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Time stamps as the API writes them. */
public final class Times {
    private Times() {}

    /** Now, in whole seconds, as {@code 2026-01-31T12:00:00Z}. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A time stamp of an object; empty when it is missing or not one. */
    public static Optional<Instant> read(JsonNode stamp) {
        try {
            return stamp.isTextual() ? Optional.of(Instant.parse(stamp.asText())) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
