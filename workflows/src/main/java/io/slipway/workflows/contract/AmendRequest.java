package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
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
 * @param pipeline the pipeline that was sent, as {@code NAME@sha256:HASH}; empty for the one that the rollout was started with, as it is now
 */
public record AmendRequest(
        String by, String note, List<String> redo, Map<String, JsonNode> params, boolean dryRun, String pipeline) {
    public AmendRequest {
        by = by == null ? "" : by;
        pipeline = pipeline == null ? "" : pipeline;
        note = note == null ? "" : note;
        redo = redo == null ? List.of() : List.copyOf(redo);
        params = params == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(params));
    }

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException when it is no such request; the message is for people
     */
    public static AmendRequest read(JsonNode typed) {
        return TypedInput.read(typed, AmendRequest.class, "{\"by\": \"ada\", \"redo\": [\"NAME\"]}");
    }
}
