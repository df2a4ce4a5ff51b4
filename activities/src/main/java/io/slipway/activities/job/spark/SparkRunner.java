package io.slipway.activities.job.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.access.CutOff;
import io.slipway.activities.cluster.access.ExecResult;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ready.StuckTree;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobFacts;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.PodFollowers;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.reach.Where;
import io.slipway.activities.spark.SparkError;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.JobForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Submits a Spark application once: the driver pod's name is the key, so that a second submission finds it there. */
public final class SparkRunner implements JobRunner {
    private static final String HOME = "/opt/spark/bin";
    private static final Duration APPEARS = Duration.ofSeconds(30);
    private static final Duration APPEARS_AFTER_A_CUT = Duration.ofMinutes(1);

    private final Reach reach;
    private final StepContext context;
    private final JobForm.SparkSubmit form;
    private final JobLog log;
    private final SparkSubmitCommand command;

    /** A runner of one application. */
    public SparkRunner(JobForm.SparkSubmit form, Reach reach, JobLog log) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.log = log;
        this.command = new SparkSubmitCommand(form, context.task(), context.namespace());
    }

    @Override
    public Calls calls() throws InterruptedException {
        String namespace = command.driverNamespace();
        return reach.callsToRun(new Where(form.of(), form.selector(), Optional.empty()))
                .and(Calls.on(Cluster.PODS, namespace, "get"))
                .and(ObjectWait.calls(Cluster.PODS, namespace))
                .and(PodFollowers.calls(namespace))
                .and(StuckTree.calls(namespace));
    }

    @Override
    public Calls callsToCleanUp() throws InterruptedException {
        return Removal.calls(Cluster.PODS, command.driverNamespace());
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        Optional<JsonNode> before = driver();
        JsonNode driver = before.isPresent() ? before.get() : submit();
        // also of a driver that a lost worker had submitted, whose note went with it
        JobFacts.created(
                context.recorder(),
                Cluster.PODS.ref(command.driverNamespace(), command.driver()),
                driver.path("metadata").path("uid").asText());
        return new DriverFollower(reach, log, time, command.driverNamespace()).follow(new DriverPod(driver));
    }

    private Optional<JsonNode> driver() throws InterruptedException {
        return reach.api().get(Cluster.PODS, command.driverNamespace(), command.driver());
    }

    private JsonNode submit() throws InterruptedException {
        PodRef pod = reach.pod(new Where(form.of(), form.selector(), Optional.empty()));
        context.progress("spark-submit in " + pod.display());
        return submit(pod);
    }

    /** A submission that was cut off goes on in its pod: a second one beside it would be a second application. */
    private JsonNode submit(PodRef pod) throws InterruptedException {
        ExecResult result;
        try (JobLog.Part part = log.open(pod.display() + " spark-submit")) {
            result = reach.commands().runProgram(pod, HOME, command.argv(), part);
        } catch (CutOff cut) {
            return appeared(APPEARS_AFTER_A_CUT).orElseThrow(() -> cut);
        }
        Optional<JsonNode> driver = result.ok() ? appeared(APPEARS) : driver();
        return driver.orElseThrow(() -> refused(pod, result));
    }

    /** The driver may be there a moment after its submission has ended. */
    private Optional<JsonNode> appeared(Duration within) throws InterruptedException {
        return new ObjectWait(reach.cluster(), context)
                .until(
                        Cluster.PODS,
                        command.driverNamespace(),
                        within,
                        pods -> ObjectWait.named(pods, command.driver()));
    }

    private StepFailure refused(PodRef pod, ExecResult result) {
        String said = context.masker().mask(SparkError.line(result.stderr() + "\n" + result.stdout()));
        String exit = result.ok()
                ? "spark-submit succeeded, but did not create pod/" + command.driver()
                : "spark-submit exited with " + result.exitCode();
        return StepFailure.of(
                "the Spark application could not be submitted from " + pod.display(),
                exit + (said.isEmpty() ? "" : ": " + said),
                said.contains("orbidden")
                        ? "allow the submitting pod's ServiceAccount to create pods, services and ConfigMaps"
                        : "see the step's log; correct the application's file, class or Spark properties");
    }

    @Override
    public void cleanUp() throws InterruptedException {
        String namespace = command.driverNamespace();
        String ours = Owner.KEY + "=" + context.task().shortKey();
        List<Doomed> pods = reach.list("pods", namespace, ours).stream()
                .map(pod -> new Doomed(
                        Cluster.PODS,
                        Cluster.PODS.ref(
                                namespace, pod.path("metadata").path("name").asText()),
                        pod.path("metadata").path("uid").asText()))
                .toList();
        new Removal(reach.cluster(), context).remove(pods, Removal.BACKGROUND);
    }
}
