package io.slipway.sandbox.flink;

import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.s3.S3Problem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cancel, stop and savepoint; asynchronous ones by their trigger id. */
final class Operations {
    private final FlinkCluster cluster;
    private final Map<String, Result> results = new ConcurrentHashMap<>();

    /** The end of an asynchronous operation: a location, or a failure. */
    record Result(Optional<String> location, Optional<String> failure) {}

    Operations(FlinkCluster cluster) {
        this.cluster = cluster;
    }

    void cancel(String id) throws FlinkRefusal {
        FlinkJob job = cluster.job(id);
        if (!job.moveTo(JobStatus.CANCELED)) {
            throw new FlinkRefusal(
                    409,
                    "org.apache.flink.runtime.messages.FlinkJobTerminatedWithoutCancellationException: Flink job (" + id
                            + ") was not canceled, but instead " + job.status() + ".");
        }
        cluster.halt(job);
        cluster.log(FlinkLog.info(
                "runtime.executiongraph.ExecutionGraph",
                "Job " + job.program().jobName() + " (" + id + ") switched from state CANCELLING to CANCELED."));
    }

    /**
     * Writes a savepoint, and ends the job when asked to.
     *
     * @param wanted trigger id of the client's own choice, or empty; one that is known is answered again
     */
    String savepoint(String id, String directory, boolean stop, String wanted) throws FlinkRefusal {
        if (results.containsKey(wanted)) {
            return wanted;
        }
        FlinkJob job = cluster.job(id);
        if (job.status() != JobStatus.RUNNING) {
            throw new FlinkRefusal(
                    409, "Checkpoint triggering task of job " + id + " is not being executed at the moment.");
        }
        FlinkCluster.Leader leader = cluster.leader().orElseThrow(() -> FlinkRefusal.unknownJob(id));
        String trigger = wanted.isEmpty() ? RandomNames.hex(32) : wanted;
        try {
            String path = new Checkpoints(cluster, job, leader).savepoint(directory);
            results.put(trigger, new Result(Optional.of(path), Optional.empty()));
            if (stop) {
                job.moveTo(JobStatus.FINISHED);
                cluster.halt(job);
            } else {
                cluster.save(job);
            }
        } catch (S3Problem problem) {
            results.put(
                    trigger,
                    new Result(
                            Optional.empty(),
                            Optional.of("java.util.concurrent.CompletionException: " + problem.getMessage())));
        }
        return trigger;
    }

    Result result(String trigger) throws FlinkRefusal {
        Result result = results.get(trigger);
        if (result == null) {
            throw new FlinkRefusal(404, "There is no savepoint operation with triggerId=" + trigger + ".");
        }
        return result;
    }
}
