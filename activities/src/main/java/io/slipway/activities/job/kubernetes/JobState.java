package io.slipway.activities.job.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.activities.job.run.JobEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Kubernetes Job as it was seen.
 *
 * @param tree the Job
 */
record JobState(JsonNode tree) {
    /** A Job that is not there. */
    static final JobState NONE = new JobState(MissingNode.getInstance());

    /** {@code Complete}, {@code Failed}, {@code Suspended}, {@code Running} or {@code Missing}. */
    String state() {
        if (tree.isMissingNode()) {
            return "Missing";
        }
        return condition("Complete").isPresent()
                ? "Complete"
                : condition("Failed").isPresent()
                        ? "Failed"
                        : condition("Suspended").isPresent() ? "Suspended" : "Running";
    }

    boolean over() {
        return state().equals("Complete") || state().equals("Failed") || tree.isMissingNode();
    }

    private Optional<JsonNode> condition(String type) {
        return tree.path("status")
                .path("conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText().equals(type)
                        && condition.path("status").asText().equals("True"))
                .findFirst();
    }

    Optional<Double> seconds() {
        String from = tree.path("status").path("startTime").asText("");
        String to = tree.path("status").path("completionTime").asText("");
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1000.0);
    }

    /** Why it failed, with how its containers ended. */
    Optional<JobEnd.Trouble> trouble(List<JsonNode> pods) {
        if (state().equals("Complete")) {
            return Optional.empty();
        }
        if (tree.isMissingNode()) {
            return Optional.of(
                    new JobEnd.Trouble("the Job was deleted while it was running", "find out who deleted it"));
        }
        String why = condition("Failed")
                .map(failed -> failed.path("reason").asText() + ": "
                        + failed.path("message").asText())
                .orElse("Failed");
        String ends = pods.stream()
                .map(JobState::ended)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return Optional.of(new JobEnd.Trouble(
                why + (ends.isEmpty() ? "" : "; " + ends), "see the log of its pod; correct command, image or limits"));
    }

    private static String ended(JsonNode pod) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            JsonNode end = status.path("state").path("terminated");
            if (end.path("exitCode").asInt(0) != 0) {
                return "pod/" + pod.path("metadata").path("name").asText() + " ended with "
                        + end.path("reason").asText("Error") + ", exit code "
                        + end.path("exitCode").asInt();
            }
        }
        return "";
    }
}
