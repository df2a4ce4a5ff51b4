package io.slipway.activities.job;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.TestJob;

/** The verb {@code testJob}: a job that is followed, judged, diagnosed when it failed, and cleaned up in any case. */
public final class TestJobHandler implements VerbHandler<TestJob> {
    private final Clusters clusters;
    private final Diagnostician diagnostician;

    /** A handler for steps at these clusters. */
    public TestJobHandler(Clusters clusters, Diagnostician diagnostician) {
        this.clusters = clusters;
        this.diagnostician = diagnostician;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(TestJob action, Reach reach) throws InterruptedException {
        JobRunner runner = JobRunners.of(action.job(), reach);
        return action.keep()
                ? runner.calls()
                : runner.calls().and(runner.callsToCleanUp().ifGranted());
    }

    @Override
    public Done run(TestJob test, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            JobLog log = new JobLog(context.recorder());
            JobRunner runner =
                    JobRunners.of(test.job(), reach, log, context.task().flinkJobId());
            Done done;
            try {
                done = new JobStep(test.expect(), test.capture()).judge(runner.follow(), log, context, diagnostician);
            } catch (StepFailure failed) {
                cleanUp(test, runner, context);
                throw failed;
            }
            cleanUp(test, runner, context);
            return done;
        }
    }

    /** What cannot be cleaned up is told, but does not turn a good test into a bad one. */
    private static void cleanUp(TestJob test, JobRunner runner, StepContext context) throws InterruptedException {
        if (test.keep()) {
            context.recorder().note("what the job created is kept, as configured");
            return;
        }
        context.progress("cleaning up");
        try {
            runner.cleanUp();
        } catch (StepFailure left) {
            context.recorder()
                    .warning("not cleaned up: " + left.getMessage() + ": "
                            + left.failure().cause());
        }
    }

    @Override
    public Done undo(TestJob test, StepContext context) throws InterruptedException {
        return JobUndo.of(test.job(), clusters, context);
    }
}
