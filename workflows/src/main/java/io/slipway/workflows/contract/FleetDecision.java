package io.slipway.workflows.contract;

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
}
