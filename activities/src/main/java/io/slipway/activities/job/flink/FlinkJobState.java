package io.slipway.activities.job.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A Flink job as it was seen.
 *
 * @param tree what REST says of it
 * @param checkpoints completed checkpoints
 */
record FlinkJobState(JsonNode tree, long checkpoints) {
    private static final Set<String> TERMINAL = Set.of("FINISHED", "FAILED", "CANCELED", "SUSPENDED");
    private static final Set<String> AT_WORK = Set.of("RUNNING", "FINISHED");

    String state() {
        return tree.path("state").asText("UNKNOWN");
    }

    boolean over() {
        return TERMINAL.contains(state());
    }

    boolean finished() {
        return state().equals("FINISHED");
    }

    /** Whether it is in one of the states. A job is RUNNING for Flink before its tasks have slots; here only then. */
    boolean in(List<String> states) {
        return states.contains(state()) && (!state().equals("RUNNING") || allAtWork());
    }

    private boolean allAtWork() {
        for (JsonNode vertex : tree.path("vertices")) {
            if (!AT_WORK.contains(vertex.path("status").asText("RUNNING"))) {
                return false;
            }
        }
        return true;
    }

    double seconds() {
        return Math.max(0, tree.path("duration").asLong(0)) / 1000.0;
    }

    /** Records the busiest vertex wrote, by second. */
    double recordsPerSecond() {
        long most = 0;
        for (JsonNode vertex : tree.path("vertices")) {
            most = Math.max(most, vertex.path("metrics").path("write-records").asLong(0));
        }
        return seconds() == 0 ? 0 : most / seconds();
    }
}
