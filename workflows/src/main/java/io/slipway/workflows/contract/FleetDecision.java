package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a person decides about a fleet.
 *
 * @param by who, as claimed
 * @param note why, or empty
 * @param skip with {@code continue}: failed targets that are gone on without
 */
public record FleetDecision(String by, String note, List<String> skip) {
    public FleetDecision {
        by = by == null ? "" : by;
        note = note == null ? "" : note;
        skip = skip == null ? List.of() : List.copyOf(skip);
    }

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException when it is no such request; the message is for people
     */
    public static FleetDecision read(JsonNode typed) {
        return TypedInput.read(typed, FleetDecision.class, "{\"by\": \"ada\"}");
    }
}
