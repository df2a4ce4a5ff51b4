package io.slipway.activities.job.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.job.run.JobEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * A SparkApplication as it was seen.
 *
 * @param tree the object
 * @see <a href="https://github.com/kubeflow/spark-operator/blob/master/docs/api-docs.md">its API</a>
 */
record SparkApplicationState(JsonNode tree) {
    private static final Set<String> OVER = Set.of("COMPLETED", "FAILED");
    private static final String REFUSED = "SUBMISSION_FAILED";

    /** The word of the operator; {@code NEW} while no operator has taken it up. */
    String state() {
        String state = tree.at("/status/applicationState/state").asText("");
        return state.isEmpty() ? "NEW" : state;
    }

    boolean isNew() {
        return state().equals("NEW");
    }

    /** Whether nothing more comes: a refused submission is only tried again when the application says so. */
    boolean over() {
        String restarts = tree.at("/spec/restartPolicy/type").asText("Never");
        return OVER.contains(state()) || (state().equals(REFUSED) && restarts.equals("Never"));
    }

    Optional<String> driver() {
        return Optional.of(tree.at("/status/driverInfo/podName").asText("")).filter(name -> !name.isEmpty());
    }

    Optional<JobEnd.Trouble> trouble() {
        if (state().equals("COMPLETED")) {
            return Optional.empty();
        }
        String message = tree.at("/status/applicationState/errorMessage").asText("");
        return Optional.of(new JobEnd.Trouble(
                message.isEmpty() ? "the operator says " + state() : message,
                state().equals(REFUSED)
                        ? "correct the application according to the message; see the operator's log"
                        : "see the driver's log with the step"));
    }

    /** How long it took, when the operator says so. */
    Optional<Double> seconds() {
        try {
            Instant from =
                    Instant.parse(tree.at("/status/lastSubmissionAttemptTime").asText(""));
            Instant to = Instant.parse(tree.at("/status/terminationTime").asText(""));
            return Optional.of(Duration.between(from, to).toMillis() / 1000.0);
        } catch (DateTimeParseException notYet) {
            return Optional.empty();
        }
    }
}
