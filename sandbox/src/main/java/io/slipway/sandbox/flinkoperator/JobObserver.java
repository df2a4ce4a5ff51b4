package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Writes what a cluster says of a job into the status of its object. */
final class JobObserver {
    private static final Set<String> GOOD = Set.of("RUNNING", "FINISHED");

    private final ClusterRest rest;

    JobObserver(ClusterRest rest) {
        this.rest = rest;
    }

    /** Observes; a job that the cluster has lost counts as reconciling. */
    void observe(OperatorStatus status) {
        ObjectNode job = status.job();
        Optional<JsonNode> seen = rest.get("/jobs/" + status.jobId());
        if (seen.isEmpty()) {
            job.put("state", "RECONCILING");
            return;
        }
        String state = seen.get().path("state").asText();
        boolean moved = !state.equals(job.path("state").asText());
        job.put("state", state).put("jobName", seen.get().path("name").asText());
        if (moved || !job.has("startTime")) {
            job.put("startTime", seen.get().path("start-time").asText())
                    .put("updateTime", String.valueOf(System.currentTimeMillis()));
        }
        if (GOOD.contains(state)) {
            status.noError();
            status.stable();
        }
        if (state.equals("FAILED")) {
            String why = rest.get("/jobs/" + status.jobId() + "/exceptions")
                    .map(exceptions -> exceptions.path("root-exception").asText(""))
                    .orElse("");
            status.error(
                    "ReconciliationException",
                    "Job failed: " + why.lines().findFirst().orElse("no exception"));
        }
    }
}
