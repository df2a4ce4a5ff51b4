package io.slipway.sandbox.lakefs;

/** What lakeFS refuses, with the status of its answer. */
final class LakefsProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    LakefsProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
