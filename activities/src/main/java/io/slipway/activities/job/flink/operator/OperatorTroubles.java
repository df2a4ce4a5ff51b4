package io.slipway.activities.job.flink.operator;

import io.slipway.activities.job.run.JobEnd;
import io.slipway.activities.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells an error of the operator that stays from one that passes: it reports both, and tries again for ever. */
final class OperatorTroubles {
    private static final Duration PASSING = Duration.ofMinutes(1);
    private static final Duration TAKEN_UP = Duration.ofMinutes(2);
    private static final Duration LEAST = Duration.ofSeconds(5);

    private final StepContext context;
    private final String namespace;
    private final Instant start;
    private Instant wrongSince = Instant.MAX;

    OperatorTroubles(StepContext context, String namespace) {
        this.context = context;
        this.namespace = namespace;
        this.start = context.clock().instant();
    }

    Optional<JobEnd.Trouble> of(OperatorState state) {
        Instant now = context.clock().instant();
        if (state.isNew()) {
            return now.isAfter(start.plus(wall(TAKEN_UP))) ? Optional.of(notTakenUp(state)) : Optional.empty();
        }
        if (state.error().isEmpty()) {
            wrongSince = Instant.MAX;
            return Optional.empty();
        }
        wrongSince = wrongSince.equals(Instant.MAX) ? now : wrongSince;
        boolean lasts = state.isHopeless() || now.isAfter(wrongSince.plus(wall(PASSING)));
        return lasts ? Optional.of(reported(state.error().get())) : Optional.empty();
    }

    private Duration wall(Duration target) {
        Duration wall = context.target().pace().wall(target);
        return wall.compareTo(LEAST) < 0 ? LEAST : wall;
    }

    private JobEnd.Trouble notTakenUp(OperatorState state) {
        boolean session = state.tree().path("kind").asText().equals("FlinkSessionJob");
        return new JobEnd.Trouble(
                "no operator has picked it up: its status is empty",
                "check that the Flink Kubernetes Operator is running and watches namespace " + namespace
                        + (session ? ", and that flinkdeployment/" + state.cluster() + " is ready" : ""));
    }

    private static JobEnd.Trouble reported(String error) {
        return new JobEnd.Trouble(
                "the Flink operator reports: " + error,
                "correct the object according to the operator's message; its log may say more");
    }

    /** Why a job that has ended did not end well. */
    static JobEnd.Trouble ended(OperatorState state, long checkpoints, int wanted, ClusterEyes eyes)
            throws InterruptedException {
        if (state.finished()) {
            return new JobEnd.Trouble(
                    "the job finished after " + checkpoints + " of " + wanted + " expected checkpoints",
                    "use a job that runs longer, or shorten execution.checkpointing.interval");
        }
        String cause = eyes.rootCause().or(state::error).orElse("neither Flink nor the operator gives a reason");
        return new JobEnd.Trouble(
                "the job is " + state.state() + ": " + cause, "see the logs of the JobManager and TaskManagers");
    }
}
