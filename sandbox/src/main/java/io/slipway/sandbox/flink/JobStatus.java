package io.slipway.sandbox.flink;

/** The states of a Flink job. */
enum JobStatus {
    INITIALIZING,
    CREATED,
    RUNNING,
    FAILED,
    CANCELED,
    FINISHED;

    boolean terminal() {
        return this == FAILED || this == CANCELED || this == FINISHED;
    }
}
