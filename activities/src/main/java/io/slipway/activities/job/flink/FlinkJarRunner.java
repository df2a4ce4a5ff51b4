package io.slipway.activities.job.flink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobFacts;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import java.util.Optional;

/** Uploads a jar under the name of the try and runs it once: its job id is the key, which Flink refuses to take twice. */
public final class FlinkJarRunner implements JobRunner {
    private final Reach reach;
    private final StepContext context;
    private final JobForm.FlinkJar form;
    private final FlinkRest rest;
    private final String jobId;
    private final String jar;

    /** A runner of one job, whose id was made from the key. */
    public FlinkJarRunner(JobForm.FlinkJar form, Reach reach, String jobId) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.rest = FlinkRest.of(reach, form.service());
        this.jobId = jobId;
        this.jar = context.task().objectName() + ".jar";
    }

    @Override
    public Calls calls() throws InterruptedException {
        return reach.callsToService();
    }

    @Override
    public Calls callsToCleanUp() {
        return Calls.NONE;
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        if (rest.job(jobId).isEmpty()) {
            submit();
        }
        // also of a job that a lost worker had started, whose note went with it
        JobFacts.created(context.recorder(), new ObjectRef("", JobFacts.FLINK_JOB, context.namespace(), jobId), "");
        FlinkFollower.Goal goal = new FlinkFollower.Goal(form.until(), form.checkpoints());
        return new FlinkFollower(rest, context, goal, time).follow(jobId);
    }

    private void submit() throws InterruptedException {
        String path = form.jar().value();
        Optional<String> known = rest.jar(jar);
        context.progress("uploading " + path);
        String id = known.isPresent() ? known.get() : rest.upload(jar, context.bytes(path));
        context.progress("running " + path);
        try {
            rest.runJar(id, body());
        } catch (StepFailure unclear) {
            if (rest.job(jobId).isEmpty()) {
                throw StepFailure.of(
                        "the jar " + path + " could not be run by " + form.service(),
                        context.masker().mask(unclear.failure().cause()),
                        "correct the jar, its class or its arguments; see the JobManager's log");
            }
        }
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("jobId", jobId);
        form.mainClass().ifPresent(name -> body.put("entryClass", name));
        form.args().forEach(body.putArray("programArgsList")::add);
        form.parallelism().ifPresent(number -> body.put("parallelism", number));
        form.savepoint().ifPresent(path -> body.put("savepointPath", path));
        return body;
    }

    @Override
    public void cleanUp() throws InterruptedException {
        new FlinkEnding(rest, context).cancel(jobId);
        Optional<String> uploaded = rest.jar(jar);
        if (uploaded.isPresent()) {
            rest.deleteJar(uploaded.get());
        }
    }

    @Override
    public void stop() throws InterruptedException {
        new FlinkEnding(rest, context).stopWithSavepoint(jobId);
    }
}
