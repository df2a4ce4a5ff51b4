package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Conditions;
import io.slipway.sandbox.kube.Times;
import java.time.Duration;
import java.util.Optional;

/** How a Job ended. */
record JobOutcome(boolean complete, String reason, String message) {
    /** The end, when it has come: completions, back-off limit, deadline. */
    static Optional<JobOutcome> of(ObjectNode job, JobCounts counts, Duration running) {
        if (counts.succeeded() >= counts.completions()) {
            return Optional.of(new JobOutcome(true, "CompletionsReached", "Reached expected number of succeeded pods"));
        }
        if (counts.failed() > job.path("spec").path("backoffLimit").asInt(6)) {
            return Optional.of(
                    new JobOutcome(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
        }
        boolean late = job.path("spec").has("activeDeadlineSeconds")
                && running.toSeconds()
                        >= job.path("spec").path("activeDeadlineSeconds").asLong();
        return late
                ? Optional.of(
                        new JobOutcome(false, "DeadlineExceeded", "Job was active longer than specified deadline"))
                : Optional.empty();
    }

    static boolean finished(ObjectNode job) {
        return Conditions.isTrue(job.path("status"), "Complete") || Conditions.isTrue(job.path("status"), "Failed");
    }

    /** Since 1.32 the criterion is reported before the terminal condition. */
    void write(ObjectNode status) {
        Conditions.set(status, complete ? "SuccessCriteriaMet" : "FailureTarget", true, reason, message);
        Conditions.set(status, complete ? "Complete" : "Failed", true, reason, message);
        if (complete) {
            status.put("completionTime", Times.now());
        }
    }
}
