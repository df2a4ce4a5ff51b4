package io.slipway.activities.job.command;

import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.exec.ExecSeen;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import java.util.List;
import java.util.Optional;

/**
 * Runs a command in a pod as a job. It is never run twice for a key: when the worker is lost while it runs, nobody can
 * tell how it ended, and the step fails and says so.
 */
public final class CommandRunner implements JobRunner {
    private static final String STARTED = "started";

    private final Reach reach;
    private final StepContext context;
    private final JobForm.ExecJob form;
    private final JobLog log;

    /** A runner of one command. */
    public CommandRunner(JobForm.ExecJob form, Reach reach, JobLog log) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.log = log;
    }

    @Override
    public Calls calls() throws InterruptedException {
        return reach.callsToRun(new Where(form.of(), form.selector(), form.container()));
    }

    @Override
    public Calls callsToCleanUp() throws InterruptedException {
        return Calls.NONE;
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        PodRef pod = reach.pod(new Where(form.of(), form.selector(), form.container()));
        String before = context.remembered().get(STARTED);
        if (before != null) {
            throw StepFailure.of(
                    "how the command in " + before + " ended is not known",
                    "the worker was lost while it was running, and a command cannot be re-attached",
                    "check the pod, then retry the step to run it again, or skip it");
        }
        context.remember(STARTED, pod.display());
        context.progress("the command is running in " + pod.display());
        ExecResult result;
        try (JobLog.Part part = log.open(pod.display() + " exec")) {
            result = reach.commands().run(pod, form.command().argv(), Optional.empty(), part);
        }
        Optional<JobEnd.Trouble> trouble = result.ok()
                ? Optional.empty()
                : Optional.of(new JobEnd.Trouble(
                        "the command in " + pod.display() + ": " + ExecSeen.cause(result),
                        "see the step's log; correct the command"));
        return new JobEnd(
                pod.pod(),
                result.ok() ? "Succeeded" : "Failed",
                trouble,
                time.seconds(),
                0,
                0,
                List.of(new ObjectRef("v1", "Pod", pod.namespace(), pod.pod())));
    }

    @Override
    public void cleanUp() {
        // a command makes nothing that could be known here
    }
}
