package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the REST API says about jobs. */
final class JobViews {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JobViews() {}

    static ObjectNode ids(FlinkCluster cluster) {
        ObjectNode view = JSON.objectNode();
        ArrayNode all = view.putArray("jobs");
        cluster.jobs()
                .forEach(job -> all.addObject()
                        .put("id", job.id())
                        .put("status", job.status().name()));
        return view;
    }

    static ObjectNode overview(FlinkCluster cluster) {
        ObjectNode view = JSON.objectNode();
        ArrayNode all = view.putArray("jobs");
        for (FlinkJob job : cluster.jobs()) {
            ObjectNode entry = all.addObject();
            head(entry, job);
            entry.put("last-modification", job.time(job.status()));
            tasks(entry.putObject("tasks"), job);
        }
        return view;
    }

    private static void head(ObjectNode entry, FlinkJob job) {
        long end = job.end() < 0 ? System.currentTimeMillis() : job.end();
        entry.put("jid", job.id())
                .put("name", job.program().jobName())
                .put("state", job.status().name());
        entry.put("start-time", job.start()).put("end-time", job.end()).put("duration", end - job.start());
    }

    private static void tasks(ObjectNode entry, FlinkJob job) {
        JobStatus status = job.status();
        entry.put("total", job.parallelism());
        for (String state : new String[] {
            "created",
            "scheduled",
            "deploying",
            "running",
            "finished",
            "canceling",
            "canceled",
            "failed",
            "reconciling",
            "initializing"
        }) {
            boolean here = state.equalsIgnoreCase(status.name());
            entry.put(state, here ? job.parallelism() : 0);
        }
    }

    static ObjectNode details(FlinkJob job) {
        ObjectNode view = JSON.objectNode();
        head(view, job);
        view.put("isStoppable", false).put("maxParallelism", -1).put("now", System.currentTimeMillis());
        view.put("job-type", "STREAMING");
        ObjectNode stamps = view.putObject("timestamps");
        for (JobStatus status : JobStatus.values()) {
            stamps.put(status.name(), job.time(status));
        }
        ObjectNode vertex = view.putArray("vertices").addObject();
        vertex.put("id", job.id())
                .put("name", "Source: " + job.program().jobName())
                .put("parallelism", job.parallelism());
        vertex.put("maxParallelism", 128).put("status", job.status().name());
        tasks(vertex.putObject("tasks"), job);
        vertex.putObject("metrics")
                .put("read-records", 0)
                .put("write-records", job.records())
                .put("write-records-complete", true);
        tasks(view.putObject("status-counts"), job);
        view.putObject("plan")
                .put("jid", job.id())
                .put("name", job.program().jobName())
                .put("type", "STREAMING")
                .putArray("nodes");
        return view;
    }

    static ObjectNode checkpoints(FlinkJob job) {
        ObjectNode view = JSON.objectNode();
        long done = job.checkpoints();
        long failed = job.failedCheckpoints();
        view.putObject("counts")
                .put("restored", 0)
                .put("total", done + failed)
                .put("in_progress", 0)
                .put("completed", done)
                .put("failed", failed);
        ObjectNode latest = view.putObject("latest");
        ArrayNode history = view.putArray("history");
        if (done > 0) {
            checkpoint(latest.putObject("completed"), job, done + failed, "COMPLETED");
            checkpoint(history.addObject(), job, done + failed, "COMPLETED");
        } else {
            latest.putNull("completed");
        }
        if (failed > 0) {
            checkpoint(latest.putObject("failed"), job, done + failed, "FAILED");
        } else {
            latest.putNull("failed");
        }
        if (job.savepoint().isEmpty()) {
            latest.putNull("savepoint");
        } else {
            latest.putObject("savepoint").put("external_path", job.savepoint()).put("status", "COMPLETED");
        }
        latest.putNull("restored");
        return view;
    }

    private static void checkpoint(ObjectNode entry, FlinkJob job, long number, String status) {
        entry.put("@class", status.equals("COMPLETED") ? "completed" : "failed")
                .put("id", number)
                .put("status", status);
        entry.put("is_savepoint", false).put("checkpoint_type", "CHECKPOINT");
        entry.put("trigger_timestamp", job.lastCheckpointAt()).put("latest_ack_timestamp", job.lastCheckpointAt());
        entry.put("state_size", 4321).put("checkpointed_size", 4321).put("end_to_end_duration", 38);
        if (status.equals("COMPLETED")) {
            entry.put("external_path", job.lastCheckpoint()).put("discarded", false);
        }
    }

    static ObjectNode exceptions(FlinkJob job) {
        ObjectNode view = JSON.objectNode();
        view.putArray("all-exceptions");
        view.put("truncated", false);
        ArrayNode entries =
                view.putObject("exceptionHistory").put("truncated", false).putArray("entries");
        job.exception().ifPresent(text -> {
            view.put("root-exception", text).put("timestamp", job.end());
            entries.addObject()
                    .put("exceptionName", text.lines().findFirst().orElse("").replaceAll(":.*", ""))
                    .put("stacktrace", text)
                    .put("timestamp", job.end());
        });
        if (job.exception().isEmpty()) {
            view.putNull("root-exception").putNull("timestamp");
        }
        return view;
    }
}
