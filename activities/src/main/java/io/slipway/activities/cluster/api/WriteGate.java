package io.slipway.activities.cluster.api;

/** Asked before each write, also before each repeated one; a step's {@code beforeWrite}. */
@FunctionalInterface
public interface WriteGate {
    /**
     * Lets the write pass or refuses it.
     *
     * @throws InterruptedException when the step was cancelled
     */
    void pass() throws InterruptedException;

    /** A gate that lets nothing pass, for what only reads. */
    static WriteGate closed() {
        return () -> {
            throw new IllegalStateException("this may only read");
        };
    }
}
