package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rollout is to go on with its pipeline as it is now.
 *
 * @param by who says so, as claimed
 * @param note why
 * @param redo done steps that may run again; {@code all} for every one
 * @param params values of parameters that differ from those the rollout was started with
 * @param dryRun whether only the difference is asked for
 */
public record AmendRequest(String by, String note, List<String> redo, Map<String, JsonNode> params, boolean dryRun) {
    public AmendRequest {
        by = by == null ? "" : by;
        note = note == null ? "" : note;
        redo = redo == null ? List.of() : List.copyOf(redo);
        params = params == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(params));
    }
}
