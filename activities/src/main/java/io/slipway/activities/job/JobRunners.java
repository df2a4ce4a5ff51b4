package io.slipway.activities.job;

import io.slipway.activities.job.command.CommandRunner;
import io.slipway.activities.job.flink.FlinkJarRunner;
import io.slipway.activities.job.flink.FlinkRunner;
import io.slipway.activities.job.flink.operator.FlinkOperatorRunner;
import io.slipway.activities.job.flink.operator.OperatorJob;
import io.slipway.activities.job.kubernetes.KubernetesJobRunner;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.spark.SparkApplicationRunner;
import io.slipway.activities.job.spark.SparkRunner;
import io.slipway.activities.reach.Reach;
import io.slipway.model.action.JobForm;

/** Who runs which form of job. */
final class JobRunners {
    private JobRunners() {}

    /** The runner of a job that is only looked at, for plans. */
    static JobRunner of(JobForm form, Reach reach) {
        return of(
                form,
                reach,
                new JobLog(reach.context().recorder()),
                reach.context().task().flinkJobId());
    }

    /**
     * The runner of a job.
     *
     * @param flinkJobId id of a Flink job
     */
    static JobRunner of(JobForm form, Reach reach, JobLog log, String flinkJobId) {
        return switch (form) {
            case JobForm.SparkSubmit spark -> new SparkRunner(spark, reach, log);
            case JobForm.FlinkRun flink -> new FlinkRunner(flink, reach, log, flinkJobId);
            case JobForm.FlinkJar jar -> new FlinkJarRunner(jar, reach, flinkJobId);
            case JobForm.SparkApplication application -> new SparkApplicationRunner(application, reach, log);
            case JobForm.FlinkDeployment cluster -> new FlinkOperatorRunner(OperatorJob.of(cluster), reach, log);
            case JobForm.FlinkSessionJob session -> new FlinkOperatorRunner(OperatorJob.of(session), reach, log);
            case JobForm.Job job -> new KubernetesJobRunner(job, reach, log);
            case JobForm.ExecJob exec -> new CommandRunner(exec, reach, log);
        };
    }
}
