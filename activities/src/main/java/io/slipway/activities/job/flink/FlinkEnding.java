package io.slipway.activities.job.flink;

import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.flink.Savepoints;
import io.slipway.activities.step.StepContext;

/** Ends a Flink job that still runs. */
final class FlinkEnding {
    private final FlinkRest rest;
    private final StepContext context;
    private final Savepoints savepoints;

    FlinkEnding(FlinkRest rest, StepContext context) {
        this.rest = rest;
        this.context = context;
        this.savepoints = new Savepoints(rest, context);
    }

    /** Cancels the job and waits until it has ended. */
    void cancel(String jobId) throws InterruptedException {
        if (!rest.isOver(jobId)) {
            context.progress("cancelling Flink job " + jobId);
            rest.cancel(jobId);
            savepoints.awaitEnd(jobId);
        }
    }

    /** Stops the job with a savepoint. */
    void stopWithSavepoint(String jobId) throws InterruptedException {
        if (!rest.isOver(jobId)) {
            context.recorder().note("savepoint " + savepoints.take(jobId, Savepoints.Order.toStop()));
        }
    }
}
