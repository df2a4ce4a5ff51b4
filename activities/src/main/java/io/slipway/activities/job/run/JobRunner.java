package io.slipway.activities.job.run;

import io.slipway.activities.cluster.rights.Calls;

/** Runs one job of one form, once for its key. */
public interface JobRunner {
    /** What {@link #follow} asks of the API server, as far as it is known before. */
    Calls calls() throws InterruptedException;

    /** What {@link #cleanUp} asks. */
    Calls callsToCleanUp() throws InterruptedException;

    /**
     * Starts the job, or finds what was started under the key before, and follows it to its end.
     *
     * @return how it ended, well or not
     * @throws io.slipway.activities.step.StepFailure when it could not be started or did not end in time
     * @throws InterruptedException when the step is cancelled; the job runs on
     */
    JobEnd follow() throws InterruptedException;

    /** Takes away what the job made, also when it still runs; returns when it is gone. */
    void cleanUp() throws InterruptedException;

    /** Ends a production job in the gentlest way it has: Flink with a savepoint. */
    default void stop() throws InterruptedException {
        cleanUp();
    }
}
