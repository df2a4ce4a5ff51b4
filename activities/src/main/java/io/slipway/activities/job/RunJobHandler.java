package io.slipway.activities.job;

import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.RunJob;

/** The verb {@code runJob}: a production job, of which everything stays. */
public final class RunJobHandler implements VerbHandler<RunJob> {
    private final Clusters clusters;
    private final Diagnostician diagnostician;

    /** A handler for steps at these clusters. */
    public RunJobHandler(Clusters clusters, Diagnostician diagnostician) {
        this.clusters = clusters;
        this.diagnostician = diagnostician;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(RunJob action, Reach reach) throws InterruptedException {
        return JobRunners.of(action.job(), reach).calls();
    }

    @Override
    public Done run(RunJob run, StepContext context) throws InterruptedException {
        try (Reach reach = Reach.of(clusters, context)) {
            JobLog log = new JobLog(context.recorder());
            JobRunner runner =
                    JobRunners.of(run.job(), reach, log, context.task().flinkJobId());
            return new JobStep(run.expect(), run.capture()).judge(runner.follow(), log, context, diagnostician);
        }
    }

    @Override
    public Done undo(RunJob run, StepContext context) throws InterruptedException {
        return JobUndo.of(run.job(), clusters, context);
    }
}
