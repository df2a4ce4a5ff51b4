package io.slipway.activities.job.flink.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.access.PodRef;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Creates a FlinkDeployment or FlinkSessionJob once, and follows what the Flink Kubernetes Operator makes of it. */
public final class FlinkOperatorRunner implements JobRunner {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Reach reach;
    private final StepContext context;
    private final OperatorJob job;
    private final JobLog log;

    /** A runner of one job. */
    public FlinkOperatorRunner(OperatorJob job, Reach reach, JobLog log) {
        this.reach = reach;
        this.context = reach.context();
        this.job = job;
        this.log = log;
    }

    @Override
    public Calls calls() throws InterruptedException {
        Calls rest = reach.callsToService();
        return job.foresee(reach).calls().and(job.checkpoints() > 0 ? rest : rest.ifGranted());
    }

    @Override
    public Calls callsToCleanUp() throws InterruptedException {
        return job.foresee(reach).callsToRemove();
    }

    @Override
    public JobEnd follow() throws InterruptedException {
        TimeForJob time = new TimeForJob(context);
        OneShot object = job.read(reach);
        object.make();
        OperatorTroubles troubles = new OperatorTroubles(context, object.ref().namespace());
        Stuck stuck = new Stuck(reach, object.ref().namespace());
        String last = "NEW";
        String blind = "";
        try (PodFollowers followers = new PodFollowers(reach.cluster(), log, context.recorder())) {
            while (!time.over()) {
                Optional<OperatorState> seen = look(object, time);
                if (seen.isEmpty()) {
                    return deleted(object, last, time);
                }
                OperatorState now = seen.get();
                last = now.state();
                List<JsonNode> pods = pods(object);
                pods.forEach(pod -> followers.follow(container(pod)));
                ClusterEyes eyes = new ClusterEyes(reach, now);
                long checkpoints = now.jobId().isEmpty() ? 0 : eyes.checkpoints();
                blind = eyes.blind();
                context.progress(object.ref().display() + " " + last
                        + (checkpoints > 0 ? ", " + checkpoints + " checkpoints" : ""));
                boolean enough = job.isEnough(now, checkpoints);
                if (enough || now.over()) {
                    Optional<JobEnd.Trouble> trouble = enough
                            ? Optional.empty()
                            : Optional.of(OperatorTroubles.ended(now, checkpoints, job.checkpoints(), eyes));
                    return end(object, now, trouble, checkpoints, eyes, time);
                }
                Optional<JobEnd.Trouble> trouble = troubles.of(now);
                if (trouble.isEmpty() && !pods.isEmpty()) {
                    trouble = stuck(stuck, now, pods);
                }
                if (trouble.isPresent()) {
                    return end(object, now, trouble, checkpoints, eyes, time);
                }
            }
        }
        throw time.failure(object.ref().display(), last, blind);
    }

    private static Optional<JobEnd.Trouble> stuck(Stuck stuck, OperatorState now, List<JsonNode> pods)
            throws InterruptedException {
        for (JsonNode pod : pods) {
            Optional<JobEnd.Trouble> trouble = stuck.look(pod, List.of());
            if (trouble.isPresent() && !now.answers()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    /** The pods of the cluster that the object stands for; those of a shared session cluster are not the job's. */
    private List<JsonNode> pods(OneShot object) throws InterruptedException {
        return job.kind().equals("FlinkDeployment")
                ? reach.list(
                        "pods", object.ref().namespace(), "app=" + object.ref().name())
                : List.of();
    }

    private static PodRef container(JsonNode pod) {
        return new PodRef(
                pod.at("/metadata/namespace").asText(),
                pod.at("/metadata/name").asText(),
                pod.at("/spec/containers/0/name").asText());
    }

    private Optional<OperatorState> look(OneShot object, TimeForJob time) throws InterruptedException {
        Duration paced = context.target().pace().wall(LOOK_AGAIN);
        Duration wall = paced.compareTo(SHORTEST) < 0 ? SHORTEST : paced;
        Duration moment = wall.compareTo(time.left()) < 0 ? wall : time.left();
        ObjectRef ref = object.ref();
        Optional<OperatorState> over = new ObjectWait(reach.cluster(), context)
                .until(
                        object.kind(),
                        ref.namespace(),
                        moment,
                        objects -> ObjectWait.named(objects, ref.name())
                                .map(OperatorState::new)
                                .filter(OperatorState::over));
        return over.isPresent()
                ? over
                : reach.api().get(object.kind(), ref.namespace(), ref.name()).map(OperatorState::new);
    }

    private static JobEnd deleted(OneShot object, String state, TimeForJob time) {
        JobEnd.Trouble trouble = new JobEnd.Trouble("it was deleted while it was " + state, "find out who deleted it");
        return new JobEnd(
                object.ref().name(), state, Optional.of(trouble), time.seconds(), 0, 0, List.of(object.ref()));
    }

    private static JobEnd end(
            OneShot object,
            OperatorState state,
            Optional<JobEnd.Trouble> trouble,
            long checkpoints,
            ClusterEyes eyes,
            TimeForJob time)
            throws InterruptedException {
        return new JobEnd(
                state.jobId().isEmpty() ? object.ref().name() : state.jobId(),
                state.state(),
                trouble,
                state.seconds().orElseGet(time::seconds),
                eyes.recordsPerSecond(),
                checkpoints,
                List.of(object.ref()));
    }

    @Override
    public void cleanUp() throws InterruptedException {
        job.read(reach).remove();
    }
}
