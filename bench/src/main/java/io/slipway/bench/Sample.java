package io.slipway.bench;

/**
 * One measured run.
 *
 * @param steps how many steps it had
 * @param nanos wall time from asking for it to its answer; nothing is subtracted
 * @param starts {@code System.nanoTime()} when each step's own code began, in order
 */
public record Sample(int steps, long nanos, long[] starts) {
    private static final double MILLI = 1e6;

    /** Milliseconds for each step, with the run's beginning and end spread over them. */
    public double millisPerStep() {
        return nanos / MILLI / steps;
    }

    /** Milliseconds for each step within a window: from its first step's beginning to that of the one after it. */
    double millisPerStep(int first, int many) {
        int last = Math.min(first + many, steps - 1);
        return (starts[last] - starts[first]) / MILLI / (last - first);
    }
}
