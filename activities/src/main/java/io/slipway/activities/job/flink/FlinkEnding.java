package io.slipway.activities.job.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.time.Duration;
import java.util.Optional;

/** Ends a Flink job that still runs. */
final class FlinkEnding {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LEAST = Duration.ofMillis(50);

    private final FlinkRest rest;
    private final StepContext context;

    FlinkEnding(FlinkRest rest, StepContext context) {
        this.rest = rest;
        this.context = context;
    }

    /** Cancels the job and waits until it has ended. */
    void cancel(String jobId) throws InterruptedException {
        if (!over(jobId)) {
            context.progress("cancelling Flink job " + jobId);
            rest.cancel(jobId);
            awaitEnd(jobId);
        }
    }

    /** Stops the job with a savepoint. The operation may be complete before the job is, so both are waited for. */
    void stopWithSavepoint(String jobId) throws InterruptedException {
        if (over(jobId)) {
            return;
        }
        context.progress("stopping Flink job " + jobId + " with a savepoint");
        String operation = rest.stop(jobId);
        JsonNode status = rest.savepoint(jobId, operation);
        while (!status.path("status").path("id").asText().equals("COMPLETED")) {
            rest(jobId, "has not made its savepoint yet");
            status = rest.savepoint(jobId, operation);
        }
        JsonNode failed = status.path("operation").path("failure-cause");
        if (!failed.isMissingNode() && !failed.isNull()) {
            throw StepFailure.of(
                    "the Flink job " + jobId + " was not stopped",
                    "its savepoint failed: " + failed.path("class").asText(failed.asText("")),
                    "see state.savepoints.dir and the store behind it; cancel the job when its state is not needed");
        }
        context.recorder()
                .note("savepoint " + status.path("operation").path("location").asText());
        awaitEnd(jobId);
    }

    private void awaitEnd(String jobId) throws InterruptedException {
        while (!over(jobId)) {
            rest(jobId, "has not ended yet");
        }
    }

    private void rest(String jobId, String state) throws InterruptedException {
        if (context.left().isZero()) {
            throw StepFailure.of(
                    "the Flink job " + jobId + " did not end in the time of the step",
                    "it " + state,
                    "see the JobManager's log, and end it with: flink cancel " + jobId);
        }
        Duration least = context.target().pace().target(LEAST);
        context.pause(least.compareTo(INTERVAL) > 0 ? least : INTERVAL);
    }

    private boolean over(String jobId) throws InterruptedException {
        Optional<JsonNode> job = rest.job(jobId);
        return job.isEmpty() || new FlinkJobState(job.get(), 0).over();
    }
}
