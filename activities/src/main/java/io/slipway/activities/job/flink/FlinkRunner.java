package io.slipway.activities.job.flink;

import io.slipway.activities.cluster.access.CutOff;
import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobFacts;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Submits a Flink job once: its id is the key. Whether it is there is asked over REST before the submission and after
 * every unclear answer.
 */
public final class FlinkRunner implements JobRunner {
    private static final String HOME = "/opt/flink/bin";
    private static final int REST_PORT = 8081;
    private static final int LOOKS_AFTER_A_CUT = 60;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final String JOB_ID = "jobId";
    private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

    private final Reach reach;
    private final StepContext context;
    private final JobForm.FlinkRun form;
    private final JobLog log;
    private final Where where;
    private final FlinkRest rest;
    private String jobId;

    /** A runner of one job, whose id was made from the key. */
    public FlinkRunner(JobForm.FlinkRun form, Reach reach, JobLog log, String jobId) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.log = log;
        this.where = new Where(form.of(), form.selector(), Optional.empty());
        this.rest = form.rest()
                .map(service -> FlinkRest.of(reach, service))
                .orElseGet(() -> new FlinkRest(reach, () -> reach.podPort(reach.pod(where), REST_PORT)));
        this.jobId = context.remembered().getOrDefault(JOB_ID, jobId);
    }

    @Override
    public Calls calls() throws InterruptedException {
        return reach.callsToRun(where).and(form.rest().isPresent() ? reach.callsToService() : reach.callsToPort(where));
    }

    @Override
    public Calls callsToCleanUp() throws InterruptedException {
        return Calls.NONE;
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        if (rest.job(jobId).isEmpty()) {
            submit();
        }
        // also of a job that a lost worker had submitted, whose note went with it
        JobFacts.created(context.recorder(), new ObjectRef("", JobFacts.FLINK_JOB, context.namespace(), jobId), "");
        return new FlinkFollower(rest, context, new FlinkFollower.Goal(form.until(), form.checkpoints()), time)
                .follow(jobId);
    }

    private void submit() throws InterruptedException {
        PodRef pod = reach.pod(where);
        context.progress("flink run in " + pod.display());
        try (JobLog.Part part = log.open(pod.display() + " flink run")) {
            ExecResult result = reach.commands().runProgram(pod, HOME, new FlinkRunCommand(form, jobId).argv(), part);
            Matcher submitted = SUBMITTED.matcher(result.stdout());
            if (result.ok() && submitted.find()) {
                jobId = submitted.group(1);
            } else if (rest.job(jobId).isEmpty()) {
                throw refused(pod, result);
            }
        } catch (CutOff cut) {
            if (!appears()) {
                throw cut;
            }
        } catch (StepFailure unclear) {
            if (rest.job(jobId).isEmpty()) {
                throw unclear;
            }
        }
        context.remember(JOB_ID, jobId);
    }

    /** A submission that was cut off goes on in its pod; what cut it off may keep REST from answering, too. */
    private boolean appears() throws InterruptedException {
        for (int look = 0; look < LOOKS_AFTER_A_CUT; look++) {
            try {
                if (rest.job(jobId).isPresent()) {
                    return true;
                }
            } catch (StepFailure noAnswer) {
                context.progress("flink run was cut off; " + noAnswer.failure().cause());
            }
            context.pause(LOOK_AGAIN);
        }
        return false;
    }

    private StepFailure refused(PodRef pod, ExecResult result) {
        String cause = context.masker().mask(FlinkError.line(result.stdout() + "\n" + result.stderr()));
        return StepFailure.of(
                "the Flink job " + form.jar() + " could not be submitted from " + pod.display(),
                "flink run exited with " + result.exitCode() + (cause.isEmpty() ? "" : ": " + cause),
                "see the step's log; correct the jar, its class or its arguments");
    }

    @Override
    public void cleanUp() throws InterruptedException {
        new FlinkEnding(rest, context).cancel(jobId);
    }

    @Override
    public void stop() throws InterruptedException {
        new FlinkEnding(rest, context).stopWithSavepoint(jobId);
    }
}
