package io.slipway.activities.flink.memory;

import java.util.List;

/** A process whose memory is planned. */
public enum FlinkProcess {
    /** Runs tasks. */
    TASK_MANAGER("taskmanager", "TaskManager"),
    /** Runs the cluster. */
    JOB_MANAGER("jobmanager", "JobManager");

    private final String prefix;
    private final String title;

    FlinkProcess(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
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
        return switch (this) {
            case TASK_MANAGER -> List.of("task.heap.size", "managed.size");
            case JOB_MANAGER -> List.of("heap.size");
        };
    }
}
