package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A job and what is known about it; every method takes its lock, so that readers see a whole state. */
final class FlinkJob {
    private final String id;
    private final FlinkProgram program;
    private final int parallelism;
    private final Map<JobStatus, Long> times = new EnumMap<>(JobStatus.class);
    private JobStatus status = JobStatus.INITIALIZING;
    private long checkpoints;
    private long failedCheckpoints;
    private long lastCheckpointAt;
    private String lastCheckpoint = "";
    private String savepoint = "";
    private String exception = "";

    FlinkJob(String id, FlinkProgram program, int parallelism) {
        this.id = id;
        this.program = program;
        this.parallelism = parallelism;
        times.put(JobStatus.INITIALIZING, System.currentTimeMillis());
    }

    static FlinkJob fromJson(ObjectNode json) {
        FlinkProgram program = new FlinkProgram(
                json.path("name").asText(),
                json.path("bounded").asBoolean(),
                json.path("rate").asLong(),
                json.path("failure").asText());
        FlinkJob job = new FlinkJob(
                json.path("id").asText(), program, json.path("parallelism").asInt());
        job.times.clear();
        json.path("times")
                .properties()
                .forEach(entry -> job.times.put(
                        JobStatus.valueOf(entry.getKey()), entry.getValue().asLong()));
        job.status = JobStatus.valueOf(json.path("status").asText());
        job.checkpoints = json.path("checkpoints").asLong();
        job.failedCheckpoints = json.path("failedCheckpoints").asLong();
        job.lastCheckpointAt = json.path("lastCheckpointAt").asLong();
        job.lastCheckpoint = json.path("lastCheckpoint").asText();
        job.savepoint = json.path("savepoint").asText();
        job.exception = json.path("exception").asText();
        return job;
    }

    synchronized ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("name", program.jobName())
                .put("bounded", program.bounded())
                .put("rate", program.rate())
                .put("failure", program.failure());
        json.put("parallelism", parallelism).put("status", status.name());
        json.put("checkpoints", checkpoints).put("failedCheckpoints", failedCheckpoints);
        json.put("lastCheckpointAt", lastCheckpointAt).put("lastCheckpoint", lastCheckpoint);
        json.put("savepoint", savepoint).put("exception", exception);
        ObjectNode stamps = json.putObject("times");
        times.forEach((key, time) -> stamps.put(key.name(), time));
        return json;
    }

    String id() {
        return id;
    }

    FlinkProgram program() {
        return program;
    }

    int parallelism() {
        return parallelism;
    }

    synchronized JobStatus status() {
        return status;
    }

    /** Moves on; false when the job has ended already. */
    synchronized boolean moveTo(JobStatus next) {
        if (status.terminal()) {
            return false;
        }
        status = next;
        times.put(next, System.currentTimeMillis());
        return true;
    }

    synchronized boolean fail(String why) {
        boolean moved = moveTo(JobStatus.FAILED);
        exception = moved ? why : exception;
        return moved;
    }

    synchronized void checkpointed(String path) {
        checkpoints++;
        lastCheckpoint = path;
        lastCheckpointAt = System.currentTimeMillis();
    }

    synchronized void checkpointFailed() {
        failedCheckpoints++;
    }

    synchronized void savedTo(String path) {
        savepoint = path;
    }

    synchronized long checkpoints() {
        return checkpoints;
    }

    synchronized long failedCheckpoints() {
        return failedCheckpoints;
    }

    synchronized long lastCheckpointAt() {
        return lastCheckpointAt;
    }

    synchronized String lastCheckpoint() {
        return lastCheckpoint;
    }

    synchronized String savepoint() {
        return savepoint;
    }

    synchronized Optional<String> exception() {
        return exception.isEmpty() ? Optional.empty() : Optional.of(exception);
    }

    /** When it entered a state, in milliseconds; 0 when it never did. */
    synchronized long time(JobStatus which) {
        return times.getOrDefault(which, 0L);
    }

    long start() {
        return time(JobStatus.INITIALIZING);
    }

    /** Records its sources have made. */
    synchronized long records() {
        long running = time(JobStatus.RUNNING);
        long until = status.terminal() ? times.get(status) : System.currentTimeMillis();
        return running == 0 ? 0 : program.records(until - running, parallelism);
    }

    /** When it ended, -1 while it has not. */
    synchronized long end() {
        return status.terminal() ? times.get(status) : -1;
    }
}
