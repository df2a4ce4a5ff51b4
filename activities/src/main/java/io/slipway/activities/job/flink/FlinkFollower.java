package io.slipway.activities.job.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.flink.FlinkRest;
import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.job.run.TimeForJob;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows a Flink job over REST, which has no way to watch, until it has ended or got as far as wanted. */
final class FlinkFollower {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofMillis(50);
    /** How long a JobManager may take to bring its jobs back once it answers. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private static final Duration LEAST_RECOVERY = Duration.ofSeconds(5);

    private final FlinkRest rest;
    private final StepContext context;
    private final Goal goal;
    private final TimeForJob time;
    private final Duration interval;
    private final Duration recovery;
    /** When a job that the JobManager does not know is given up. */
    private Optional<Instant> forgotten = Optional.empty();

    /**
     * When a job has got far enough.
     *
     * @param until states that are enough, beside FINISHED
     * @param checkpoints completed checkpoints to wait for
     */
    record Goal(List<String> until, int checkpoints) {}

    FlinkFollower(FlinkRest rest, StepContext context, Goal goal, TimeForJob time) {
        Duration least = context.target().pace().target(LEAST);
        this.rest = rest;
        this.context = context;
        this.goal = goal;
        this.time = time;
        this.interval = least.compareTo(INTERVAL) > 0 ? least : INTERVAL;
        Duration wall = context.target().pace().wall(RECOVERY);
        this.recovery = wall.compareTo(LEAST_RECOVERY) < 0 ? LEAST_RECOVERY : wall;
    }

    JobEnd follow(String jobId) throws InterruptedException {
        String trouble = "";
        String state = "unknown";
        while (!time.over()) {
            Optional<FlinkJobState> seen = look(jobId);
            if (seen.isPresent()) {
                FlinkJobState job = seen.get();
                state = job.state();
                if (job.over() || enough(job)) {
                    return end(jobId, job);
                }
                trouble = slots(jobId, job);
                context.progress("Flink job " + jobId + " " + state + ", " + job.checkpoints() + " checkpoints"
                        + (trouble.isEmpty() ? "" : "; " + trouble));
            } else if (forgotten.isPresent() && context.clock().instant().isAfter(forgotten.get())) {
                return lost(jobId, state);
            }
            context.pause(interval);
        }
        throw time.failure("the Flink job " + jobId, state, wanted(trouble));
    }

    /** The job as it is, or empty while the JobManager does not answer: it may be restarting. */
    private Optional<FlinkJobState> look(String jobId) throws InterruptedException {
        try {
            Optional<JsonNode> job = rest.job(jobId);
            forgotten = job.isPresent()
                    ? Optional.empty()
                    : forgotten.or(() -> Optional.of(context.clock().instant().plus(recovery)));
            long completed = rest.checkpoints(jobId)
                    .map(checkpoints ->
                            checkpoints.path("counts").path("completed").asLong(0))
                    .orElse(0L);
            return job.map(tree -> new FlinkJobState(tree, completed));
        } catch (StepFailure noAnswer) {
            context.progress("Flink job " + jobId + ": " + noAnswer.failure().cause());
            return Optional.empty();
        }
    }

    /** A JobManager without high availability that was restarted; nobody brings the job back. */
    private JobEnd lost(String jobId, String state) {
        JobEnd.Trouble trouble = new JobEnd.Trouble(
                "the JobManager responds, but has no job " + jobId + " any more; it was " + state,
                "check whether the JobManager was restarted (without high availability it forgets its jobs), then retry the"
                        + " step");
        return new JobEnd(jobId, state, Optional.of(trouble), time.seconds(), 0, 0, List.of());
    }

    private boolean enough(FlinkJobState job) {
        return job.in(goal.until()) && job.checkpoints() >= goal.checkpoints();
    }

    /**
     * What Flink says of missing slots, after which it tries again for ever.
     *
     * @throws StepFailure when it says so
     */
    private String slots(String jobId, FlinkJobState job) throws InterruptedException {
        if (job.in(List.of("RUNNING"))) {
            return "";
        }
        Optional<FlinkRest.RootCause> cause = rest.rootCause(jobId);
        if (cause.isPresent() && cause.get().trace().stream().anyMatch(line -> line.contains("NoResourceAvailable"))) {
            JsonNode overview = rest.overview();
            throw StepFailure.of(
                    "the Flink job " + jobId + " gets no slots",
                    "NoResourceAvailableException; "
                            + overview.path("slots-available").asLong() + " of "
                            + overview.path("slots-total").asLong() + " slots are free on "
                            + overview.path("taskmanagers").asLong() + " TaskManagers",
                    "add TaskManagers or slots, lower the parallelism, or cancel jobs that are not needed");
        }
        return cause.map(FlinkRest.RootCause::line).orElse("");
    }

    private String wanted(String trouble) {
        String checkpoints = goal.checkpoints() > 0 ? " and " + goal.checkpoints() + " completed checkpoints" : "";
        return "expected " + String.join(" or ", goal.until()) + checkpoints
                + (trouble.isEmpty() ? "" : "; " + trouble);
    }

    private JobEnd end(String jobId, FlinkJobState job) throws InterruptedException {
        return new JobEnd(
                jobId,
                job.state(),
                trouble(jobId, job),
                job.seconds(),
                job.recordsPerSecond(),
                job.checkpoints(),
                List.of());
    }

    private Optional<JobEnd.Trouble> trouble(String jobId, FlinkJobState job) throws InterruptedException {
        if (enough(job) || job.finished() && job.checkpoints() >= goal.checkpoints()) {
            return Optional.empty();
        }
        if (job.finished()) {
            return Optional.of(new JobEnd.Trouble(
                    "the job finished after " + job.checkpoints() + " of " + goal.checkpoints()
                            + " expected checkpoints",
                    "use a job that runs longer, or shorten execution.checkpointing.interval"));
        }
        String cause = rest.rootCause(jobId).map(FlinkRest.RootCause::line).orElse("Flink gives no exception");
        return Optional.of(new JobEnd.Trouble(
                "the job is " + job.state() + ": " + cause, "see the logs of the JobManager and TaskManagers"));
    }
}
