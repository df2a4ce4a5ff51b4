package io.slipway.activities.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Hash;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes savepoints, each once for its key: the key is the trigger id, so that a successor of a lost worker finds the
 * operation that was under way.
 */
public final class Savepoints {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final int ID = 32;

    private final FlinkRest rest;
    private final StepContext context;

    /** Takes them in a step. */
    public Savepoints(FlinkRest rest, StepContext context) {
        this.rest = rest;
        this.context = context;
    }

    /**
     * How a savepoint is taken.
     *
     * @param stop whether the job is stopped with it
     * @param drain whether its sources are drained first
     * @param directory where it goes; as the cluster is configured when empty
     */
    public record Order(boolean stop, boolean drain, Optional<String> directory) {
        /** A savepoint with which the job is stopped, where the cluster is configured to put it. */
        public static Order toStop() {
            return new Order(true, false, Optional.empty());
        }
    }

    /**
     * Takes one and waits for it, and for the job's end when it is stopped: the operation may be complete before the
     * job is.
     *
     * @return where it is
     * @throws StepFailure when Flink cannot make it
     */
    public String take(String jobId, Order order) throws InterruptedException {
        String operation = Hash.of(context.task().key() + "/" + jobId).substring(0, ID);
        context.progress(
                (order.stop()
                        ? "stopping Flink job " + jobId + " with a savepoint"
                        : "savepoint of Flink job " + jobId));
        Optional<JsonNode> known = rest.findSavepoint(jobId, operation);
        if (known.isEmpty()) {
            rest.takeSavepoint(jobId, operation, order);
        }
        JsonNode status = rest.savepoint(jobId, operation);
        while (!status.path("status").path("id").asText().equals("COMPLETED")) {
            rest(jobId, "has not completed its savepoint yet");
            status = rest.savepoint(jobId, operation);
        }
        String path = path(jobId, status.path("operation"));
        if (order.stop()) {
            awaitEnd(jobId);
        }
        return path;
    }

    private String path(String jobId, JsonNode operation) {
        JsonNode failed = operation.path("failure-cause");
        if (failed.isMissingNode() || failed.isNull()) {
            return operation.path("location").asText();
        }
        String trace = failed.path("stack-trace").asText(failed.path("class").asText(""));
        String cause = trace.lines()
                .filter(line -> !line.isBlank()
                        && !line.strip().startsWith("at ")
                        && !line.strip().startsWith("..."))
                .reduce((first, second) -> second)
                .orElse("Flink gives no reason")
                .strip()
                .replaceFirst("^Caused by: ", "");
        throw StepFailure.of(
                "the savepoint of Flink job " + jobId + " failed",
                context.masker().mask(cause),
                "check state.savepoints.dir and its store, or set 'directory' to a writable location");
    }

    /** Waits until a job has ended. */
    public void awaitEnd(String jobId) throws InterruptedException {
        while (!rest.isOver(jobId)) {
            rest(jobId, "has not ended yet");
        }
    }

    private void rest(String jobId, String state) throws InterruptedException {
        if (context.left().isZero()) {
            throw StepFailure.of(
                    "the Flink job " + jobId + " did not end within the step's timeout",
                    "it " + state,
                    "see the JobManager's log; raise the step's timeout if the state is large");
        }
        Duration least = context.target().pace().target(LEAST);
        context.pause(least.compareTo(INTERVAL) > 0 ? least : INTERVAL);
    }
}
