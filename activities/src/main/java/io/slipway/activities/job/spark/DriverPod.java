package io.slipway.activities.job.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.evidence.Excerpt;
import io.slipway.activities.job.run.JobEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Spark driver's pod as it was seen.
 *
 * @param tree the pod
 */
record DriverPod(JsonNode tree) {
    private static final int LAST_LINES = 5;

    String name() {
        return tree.path("metadata").path("name").asText();
    }

    String phase() {
        return tree.path("status").path("phase").asText("Pending");
    }

    boolean over() {
        return phase().equals("Succeeded") || phase().equals("Failed");
    }

    /** The driver's container: the first. */
    PodRef container() {
        return new PodRef(
                tree.path("metadata").path("namespace").asText(),
                name(),
                tree.path("spec").path("containers").path(0).path("name").asText());
    }

    private JsonNode terminated() {
        return tree.path("status")
                .path("containerStatuses")
                .path(0)
                .path("state")
                .path("terminated");
    }

    /** How long it ran, when it says so. */
    Optional<Double> seconds() {
        String from = terminated().path("startedAt").asText("");
        String to = terminated().path("finishedAt").asText("");
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1000.0);
    }

    /** Why it failed: the container's end, and what the driver said last. */
    Optional<JobEnd.Trouble> trouble(List<String> log) {
        if (phase().equals("Succeeded")) {
            return Optional.empty();
        }
        JsonNode end = terminated();
        String reason =
                end.path("reason").asText(tree.path("status").path("reason").asText("Failed"));
        String code =
                end.has("exitCode") ? ", exit code " + end.path("exitCode").asInt() : "";
        List<String> last = Excerpt.lastLines(String.join("\n", telling(log)), LAST_LINES);
        String said = last.isEmpty() ? "" : "; it said: " + String.join(" | ", last);
        String fix = reason.equals("OOMKilled")
                ? "raise spark.driver.memory or spark.kubernetes.memoryOverheadFactor"
                : "see the driver's log; correct the application, its arguments or its Spark properties";
        return Optional.of(new JobEnd.Trouble("the driver pod/" + name() + " ended with " + reason + code + said, fix));
    }

    /** Lines that name an exception, or all when none does. */
    private static List<String> telling(List<String> log) {
        List<String> telling = log.stream()
                .filter(line -> line.matches("(?i).*(exception|error|denied|caused by:).*"))
                .filter(line -> !line.strip().startsWith("at "))
                .toList();
        return telling.isEmpty() ? log : telling;
    }
}
