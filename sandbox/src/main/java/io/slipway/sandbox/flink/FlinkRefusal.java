package io.slipway.sandbox.flink;

/** A request that the JobManager refuses. */
public final class FlinkRefusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    FlinkRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static FlinkRefusal unknownJob(String id) {
        return new FlinkRefusal(404, "org.apache.flink.runtime.rest.NotFoundException: Job " + id + " not found");
    }
}
