package io.slipway.activities.cluster.api;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Sends a request again while the trouble may pass: about half a minute in all, and not beyond the step's time. Longer troubles go up to Temporal, which
 * tries the whole activity again under the same key.
 */
final class Retries {
    private static final int ATTEMPTS = 12;
    private static final long FIRST_MILLIS = 50;
    private static final long LAST_MILLIS = 4_000;

    private Retries() {}

    @FunctionalInterface
    interface Call {
        Answer send() throws InterruptedException;
    }

    /**
     * Sends.
     *
     * @param left how much time there is; a wait that takes longer is not begun
     */
    static Answer of(Supplier<Duration> left, Call call) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.send();
            } catch (ApiException e) {
                Duration delay = delay(attempt);
                if (!e.passing() || attempt == ATTEMPTS || left.get().compareTo(delay) <= 0) {
                    throw e;
                }
                Thread.sleep(delay);
            }
        }
    }

    private static Duration delay(int attempt) {
        long most = Math.min(LAST_MILLIS, FIRST_MILLIS << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
