package io.slipway.activities.job.flink.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepFailure;
import java.util.Optional;

/** What only the cluster itself knows of a job. It may be gone or not there yet, which is no mistake. */
final class ClusterEyes {
    private static final double MILLIS = 1000.0;

    private final FlinkRest rest;
    private final String jobId;
    private String blind = "";

    ClusterEyes(Reach reach, OperatorState state) {
        this.rest = FlinkRest.of(reach, state.cluster() + "-rest:8081");
        this.jobId = state.jobId();
    }

    /** Why the cluster gave no answer the last time that it gave none; empty when it always did. */
    String blind() {
        return blind;
    }

    long checkpoints() throws InterruptedException {
        return ask(() -> rest.checkpoints(jobId))
                .map(seen -> seen.at("/counts/completed").asLong(0))
                .orElse(0L);
    }

    /** Records that the busiest vertex wrote, by second. */
    double recordsPerSecond() throws InterruptedException {
        Optional<JsonNode> job = ask(() -> rest.job(jobId));
        double seconds = job.map(seen -> seen.path("duration").asLong(0)).orElse(0L) / MILLIS;
        long most = job.stream()
                .flatMap(seen -> seen.path("vertices").valueStream())
                .mapToLong(vertex -> vertex.at("/metrics/write-records").asLong(0))
                .max()
                .orElse(0);
        return seconds == 0 ? 0 : most / seconds;
    }

    Optional<String> rootCause() throws InterruptedException {
        return ask(() -> rest.rootCause(jobId)).map(FlinkRest.RootCause::line);
    }

    private <T> Optional<T> ask(Question<T> question) throws InterruptedException {
        try {
            return jobId.isEmpty() ? Optional.empty() : question.ask();
        } catch (StepFailure noAnswer) {
            blind = noAnswer.failure().message() + ": " + noAnswer.failure().cause();
            return Optional.empty();
        }
    }

    private interface Question<T> {
        Optional<T> ask() throws InterruptedException;
    }
}
