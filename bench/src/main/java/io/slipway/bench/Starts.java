package io.slipway.bench;

import java.util.Arrays;

/** Notes when each step's own code begins. Steps run one after another. */
final class Starts {
    private volatile long[] times = new long[0];
    private volatile int seen;

    void expect(int steps) {
        times = new long[steps];
        seen = 0;
    }

    synchronized void note() {
        int index = seen;
        if (index < times.length) { // else nobody looks: many run beside one another
            times[index] = System.nanoTime();
        }
        seen = index + 1;
    }

    /** @throws IllegalStateException when steps were left out */
    long[] all() {
        if (seen != times.length) {
            throw new IllegalStateException(seen + " steps ran instead of " + times.length);
        }
        return Arrays.copyOf(times, seen);
    }
}
