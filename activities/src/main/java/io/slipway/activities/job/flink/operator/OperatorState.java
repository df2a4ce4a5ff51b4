package io.slipway.activities.job.flink.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * A FlinkDeployment or FlinkSessionJob as it was seen.
 *
 * @param tree the object
 * @see <a href="https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-release-1.12/docs/custom-resource/reference/">its API</a>
 */
record OperatorState(JsonNode tree) {
    private static final Set<String> OVER = Set.of("FINISHED", "FAILED", "CANCELED");
    private static final Set<String> SETTLED = Set.of("STABLE", "DEPLOYED");
    private static final double MILLIS = 1000.0;

    private String text(String pointer) {
        return tree.at("/status" + pointer).asText("");
    }

    /** Whether no operator has taken it up. */
    boolean isNew() {
        return text("/lifecycleState").isEmpty() && error().isEmpty();
    }

    /** Whether it is a cluster without a job of its own. */
    boolean isSession() {
        return tree.path("kind").asText().equals("FlinkDeployment")
                && !tree.path("spec").hasNonNull("job");
    }

    /** The job's state in Flink's words; of a session cluster that of its JobManager. */
    String state() {
        String state = isSession() ? text("/jobManagerDeploymentStatus") : text("/jobStatus/state");
        return state.isEmpty() ? (isNew() ? "NEW" : text("/lifecycleState")) : state;
    }

    boolean answers() {
        return state().equals("READY") && SETTLED.contains(text("/lifecycleState"));
    }

    boolean finished() {
        return state().equals("FINISHED");
    }

    /** Whether nothing more comes. */
    boolean over() {
        return !isSession() && OVER.contains(text("/jobStatus/state"));
    }

    /** Flink's id of the job, or empty. */
    String jobId() {
        return text("/jobStatus/jobId");
    }

    /** The cluster whose REST service knows the job. */
    String cluster() {
        return tree.at("/spec/deploymentName").asText(tree.at("/metadata/name").asText());
    }

    /** What the operator says is wrong: the message of its error, which is a document in a text. */
    Optional<String> error() {
        String error = text("/error");
        if (error.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(error, JsonNode.class).path("message").asText(error));
        } catch (UncheckedIOException plain) {
            return Optional.of(error);
        }
    }

    /** Whether the operator itself has given up. */
    boolean isHopeless() {
        return text("/jobManagerDeploymentStatus").equals("ERROR")
                || text("/lifecycleState").equals("FAILED")
                || text("/lifecycleState").equals("ROLLED_BACK");
    }

    /** How long the job ran so far, when the operator says so. */
    Optional<Double> seconds() {
        String from = text("/jobStatus/startTime");
        String to = text("/jobStatus/updateTime");
        return from.matches("\\d+") && to.matches("\\d+")
                ? Optional.of(Math.max(0, Long.parseLong(to) - Long.parseLong(from)) / MILLIS)
                : Optional.empty();
    }
}
