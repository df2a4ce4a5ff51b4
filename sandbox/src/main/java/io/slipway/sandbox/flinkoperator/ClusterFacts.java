package io.slipway.sandbox.flinkoperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.RandomNames;
import java.util.Optional;

/** Writes what a running cluster says of itself, and of its own job, which is submitted when there is none yet. */
final class ClusterFacts {
    private static final int ID = 32;

    private final ClusterRest rest;
    private final DeploymentSpec spec;

    ClusterFacts(ClusterRest rest, DeploymentSpec spec) {
        this.rest = rest;
        this.spec = spec;
    }

    /** @param well whether nothing else is wrong */
    void write(OperatorStatus status, boolean well) {
        JsonNode overview = rest.get("/overview").orElse(spec.object().path("nothing"));
        ObjectNode info = status.status().withObject("/clusterInfo");
        info.put("flink-version", overview.path("flink-version").asText())
                .put("flink-revision", overview.path("flink-commit").asText());
        status.status()
                .withObject("/taskManager")
                .put("labelSelector", "component=taskmanager,app=" + spec.name())
                .put(
                        "replicas",
                        spec.isStandalone()
                                ? spec.idleTaskManagers()
                                : overview.path("taskmanagers").asInt());
        if (well) {
            status.noError();
        }
        if (spec.isSession()) {
            status.stable();
            return;
        }
        if (status.jobId().isEmpty()) {
            submit(status);
        } else {
            new JobObserver(rest).observe(status);
        }
    }

    private void submit(OperatorStatus status) {
        JsonNode job = spec.spec().path("job");
        String id = RandomNames.hex(ID);
        Optional<ClusterRest.Answer> answer =
                rest.submit(job.path("jarURI").asText(), job.path("entryClass").asText(""), spec.parallelism(), id);
        if (answer.filter(ClusterRest.Answer::ok).isPresent()) {
            status.job().put("jobId", id).put("state", "RECONCILING");
        } else {
            answer.ifPresent(refused -> status.error("ReconciliationException", refused.error()));
        }
    }
}
