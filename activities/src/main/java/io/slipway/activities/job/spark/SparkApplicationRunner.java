package io.slipway.activities.job.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.await.ObjectWait;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.JobLog;
import io.slipway.activities.job.run.JobRunner;
import io.slipway.activities.job.run.OneShot;
import io.slipway.activities.job.run.PodFollowers;
import io.slipway.activities.job.run.Stuck;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.JobForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Creates a SparkApplication once, and follows what the Spark operator makes of it. */
public final class SparkApplicationRunner implements JobRunner {
    private static final String KIND = "SparkApplication";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    /** The operator writes its first word when its spark-submit, a JVM of its own, has ended. */
    private static final Duration TAKEN_UP = Duration.ofMinutes(5);

    private static final String OF_APPLICATION = "sparkoperator.k8s.io/app-name";
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final Reach reach;
    private final StepContext context;
    private final JobForm.SparkApplication form;
    private final JobLog log;

    /** A runner of one application. */
    public SparkApplicationRunner(JobForm.SparkApplication form, Reach reach, JobLog log) {
        this.reach = reach;
        this.context = reach.context();
        this.form = form;
        this.log = log;
    }

    private OneShot foreseen() throws InterruptedException {
        return OneShot.foresee(reach, form.manifest(), form.inline(), KIND);
    }

    private OneShot application() throws InterruptedException {
        return OneShot.read(reach, form.manifest(), form.inline(), KIND);
    }

    @Override
    public Calls calls() throws InterruptedException {
        return foreseen().calls();
    }

    @Override
    public Calls callsToCleanUp() throws InterruptedException {
        return foreseen().callsToRemove();
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        OneShot application = application();
        application.make();
        Duration patience = patience();
        long start = System.nanoTime();
        Stuck stuck = new Stuck(reach, application.ref().namespace());
        String state = "NEW";
        try (PodFollowers followers = new PodFollowers(reach.cluster(), log, context.recorder())) {
            while (!time.over()) {
                Optional<SparkApplicationState> seen = look(application, time);
                if (seen.isEmpty()) {
                    return deleted(application, state, time);
                }
                SparkApplicationState now = seen.get();
                state = now.state();
                context.progress(application.ref().display() + " " + state);
                Optional<JsonNode> driver = driver(now, application);
                driver.ifPresent(pod -> followers.follow(new DriverPod(pod).container()));
                if (now.over()) {
                    followers.await();
                    return end(application, now, now.trouble().map(said -> story(driver, said)), time);
                }
                Optional<JobEnd.Trouble> trouble =
                        driver.isPresent() ? stuck.look(driver.get(), List.of()) : Optional.empty();
                if (now.isNew() && System.nanoTime() - start > patience.toNanos() && !hasPods(application)) {
                    trouble = Optional.of(notTakenUp(application));
                }
                if (trouble.isPresent()) {
                    return end(application, now, trouble, time);
                }
            }
        }
        throw time.failure(application.ref().display(), state, "");
    }

    /** What the driver itself said is more than the operator knows. */
    private JobEnd.Trouble story(Optional<JsonNode> driver, JobEnd.Trouble said) {
        return driver.map(DriverPod::new)
                .filter(DriverPod::over)
                .flatMap(pod -> pod.trouble(log.lines()))
                .orElse(said);
    }

    /** Whether an operator that has not said anything yet is at work on it. */
    private boolean hasPods(OneShot application) throws InterruptedException {
        ObjectRef ref = application.ref();
        ListQuery itsPods = ListQuery.labels(OF_APPLICATION + "=" + ref.name());
        return !reach.api().list(Cluster.PODS, ref.namespace(), itsPods).isEmpty();
    }

    private Duration patience() {
        Duration wall = context.target().pace().wall(TAKEN_UP);
        return wall.compareTo(LEAST) < 0 ? LEAST : wall;
    }

    private static JobEnd.Trouble notTakenUp(OneShot application) {
        return new JobEnd.Trouble(
                "no operator has picked it up: its status is empty",
                "check that the Spark operator is running and watches namespace "
                        + application.ref().namespace());
    }

    private Optional<SparkApplicationState> look(OneShot application, TimeForJob time) throws InterruptedException {
        Duration paced = context.target().pace().wall(LOOK_AGAIN);
        Duration wall = paced.compareTo(SHORTEST) < 0 ? SHORTEST : paced;
        Duration moment = wall.compareTo(time.left()) < 0 ? wall : time.left();
        ObjectRef ref = application.ref();
        Optional<SparkApplicationState> over = new ObjectWait(reach.cluster(), context)
                .until(
                        application.kind(),
                        ref.namespace(),
                        moment,
                        objects -> ObjectWait.named(objects, ref.name())
                                .map(SparkApplicationState::new)
                                .filter(SparkApplicationState::over));
        return over.isPresent()
                ? over
                : reach.api()
                        .get(application.kind(), ref.namespace(), ref.name())
                        .map(SparkApplicationState::new);
    }

    private Optional<JsonNode> driver(SparkApplicationState state, OneShot application) throws InterruptedException {
        return state.driver().isEmpty()
                ? Optional.empty()
                : reach.api()
                        .get(
                                Cluster.PODS,
                                application.ref().namespace(),
                                state.driver().get());
    }

    private static JobEnd deleted(OneShot application, String state, TimeForJob time) {
        JobEnd.Trouble trouble = new JobEnd.Trouble("it was deleted while it was " + state, "find out who deleted it");
        return new JobEnd(
                application.ref().name(),
                state,
                Optional.of(trouble),
                time.seconds(),
                0,
                0,
                List.of(application.ref()));
    }

    private static JobEnd end(
            OneShot application, SparkApplicationState state, Optional<JobEnd.Trouble> trouble, TimeForJob time) {
        List<ObjectRef> objects = state.driver()
                .map(name -> List.of(Cluster.PODS.ref(application.ref().namespace(), name)))
                .orElse(List.of(application.ref()));
        return new JobEnd(
                application.ref().name(),
                state.state(),
                trouble,
                state.seconds().orElseGet(time::seconds),
                0,
                0,
                objects);
    }

    @Override
    public void cleanUp() throws InterruptedException {
        application().remove();
    }
}
