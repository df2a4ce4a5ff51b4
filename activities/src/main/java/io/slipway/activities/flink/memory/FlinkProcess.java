package io.slipway.activities.flink.memory;

import java.util.List;

/** A process whose memory is planned. */
public enum FlinkProcess {
    /** Runs tasks. */
    TASK_MANAGER("taskmanager", "TaskManager", List.of("task.heap.size", "managed.size")),
    /** Runs the cluster. */
    JOB_MANAGER("jobmanager", "JobManager", List.of("heap.size"));

    private final String prefix;
    private final String title;
    private final List<String> fine;

    FlinkProcess(String prefix, String title, List<String> fine) {
        this.prefix = prefix;
        this.title = title;
        this.fine = fine;
    }

    String prefix() {
        return prefix;
    }

    /** Its name in messages. */
    public String title() {
        return title;
    }

    /** Options that, given all together, need neither a process size nor a Flink size beside them. */
    List<String> fine() {
        return fine;
    }
}
