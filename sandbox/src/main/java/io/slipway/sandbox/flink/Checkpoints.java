package io.slipway.sandbox.flink;

import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.s3.S3Access;
import io.slipway.sandbox.s3.S3Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Checkpoints and savepoints of a job: each writes its metadata into the bucket, or fails as the client would. */
final class Checkpoints {
    private static final String LOGGER = "runtime.checkpoint.CheckpointCoordinator";
    private static final int LOGGED = 50;
    /** In real time. */
    private static final Duration CALM = Duration.ofMillis(100);

    private static final long SAVE_EVERY_MILLIS = 500;

    private final FlinkCluster cluster;
    private final FlinkJob job;
    private final FlinkCluster.Leader leader;
    private long savedAt;

    Checkpoints(FlinkCluster cluster, FlinkJob job, FlinkCluster.Leader leader) {
        this.cluster = cluster;
        this.job = job;
        this.leader = leader;
    }

    /** One checkpoint each interval; without an interval there are none, and the job just runs. */
    void runForEver(Supplier<Optional<Fault>> fault) throws InterruptedException {
        Duration interval = leader.config().duration("execution.checkpointing.interval", Duration.ZERO);
        while (true) {
            cluster.services().clock().sleep(interval.isZero() ? Duration.ofHours(1) : rest(interval));
            if (!interval.isZero()) {
                checkpoint(fault.get());
            }
        }
    }

    /** At a fast pace, a job that has shown that it makes checkpoints goes on with some rest: each one is written. */
    private Duration rest(Duration interval) {
        Duration calm = cluster.services().clock().simulated(CALM);
        boolean shown = job.checkpoints() + job.failedCheckpoints() > LOGGED;
        return shown && interval.compareTo(calm) < 0 ? calm : interval;
    }

    private void checkpoint(Optional<Fault> fault) {
        long number = job.checkpoints() + job.failedCheckpoints() + 1;
        boolean verbose = number <= LOGGED;
        if (verbose) {
            cluster.log(FlinkLog.info(
                    LOGGER,
                    "Triggering checkpoint " + number
                            + " (type=CheckpointType{name='Checkpoint', sharingFilesStrategy=FORWARD_BACKWARD}) @ "
                            + System.currentTimeMillis() + " for job " + job.id() + "."));
        }
        String directory =
                leader.config().get("state.checkpoints.dir", leader.config().get("execution.checkpointing.dir", ""));
        try {
            if (fault.isPresent()) {
                throw new S3Problem(
                        S3Problem.Kind.UNREACHABLE, fault.get().arg(0, "Checkpoint expired before completing."));
            }
            String before = job.lastCheckpoint();
            String path = write(directory, job.id() + "/chk-" + number);
            job.checkpointed(path);
            drop(before);
            if (verbose) {
                cluster.log(FlinkLog.info(
                        LOGGER,
                        "Completed checkpoint " + number + " for job " + job.id()
                                + " (4321 bytes, checkpointDuration=38 ms, finalizationTime=4 ms)."));
            }
        } catch (S3Problem problem) {
            job.checkpointFailed();
            if (verbose) {
                cluster.log(FlinkLog.warn(
                        "runtime.checkpoint.CheckpointFailureManager",
                        "Failed to trigger or complete checkpoint " + number + " for job " + job.id() + ". ("
                                + job.failedCheckpoints() + " consecutive failed attempts so far)"));
                cluster.log(
                        "org.apache.flink.runtime.checkpoint.CheckpointException: Could not finalize the pending checkpoint "
                                + number + ". Failure reason: " + problem.getMessage());
            }
        }
        save(number);
    }

    /** A job that runs on for ever must not fill the journal: after the first ones, a state a while is enough. */
    private void save(long number) {
        long now = System.currentTimeMillis();
        if (number <= 10 || now - savedAt > SAVE_EVERY_MILLIS) {
            savedAt = now;
            cluster.save(job);
        }
    }

    /** Writes a savepoint and gives its path. */
    String savepoint(String target) throws S3Problem {
        String directory = target.isEmpty()
                ? leader.config()
                        .get("state.savepoints.dir", leader.config().get("execution.checkpointing.savepoint-dir", ""))
                : target;
        if (directory.isEmpty()) {
            throw new S3Problem(
                    S3Problem.Kind.NO_SUCH_BUCKET,
                    "No savepoint directory configured. You can either specify a directory while cancelling via -s :targetDirectory or configure a cluster-wide default via key 'execution.checkpointing.savepoint-dir'.");
        }
        String path = write(directory, "savepoint-" + job.id().substring(0, 6) + "-" + RandomNames.hex(12));
        job.savedTo(path);
        return path;
    }

    private String write(String directory, String name) throws S3Problem {
        if (!directory.startsWith("s3")) {
            return directory + "/" + name;
        }
        String[] parts =
                directory.replaceFirst("^s3[ap]?://", "").replaceAll("/+$", "").split("/", 2);
        String key = (parts.length > 1 ? parts[1] + "/" : "") + name + "/_metadata";
        access().put(parts[0], key, ("simulated state of job " + job.id()).getBytes(StandardCharsets.UTF_8));
        return directory.replaceAll("/+$", "") + "/" + name;
    }

    private void drop(String path) throws S3Problem {
        int retained = leader.config()
                .number(
                        "execution.checkpointing.num-retained",
                        leader.config().number("state.checkpoints.num-retained", 1));
        if (path.isEmpty() || retained > 1 || !path.startsWith("s3")) {
            return;
        }
        String[] parts = path.replaceFirst("^s3[ap]?://", "").split("/", 2);
        access().delete(parts[0], parts[1] + "/_metadata");
    }

    private S3Access access() {
        String endpoint = leader.config().get("s3.endpoint", "http://minio:9000");
        return new S3Access(cluster.services(), leader.container(), endpoint);
    }
}
