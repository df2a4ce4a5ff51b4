package io.slipway.cli.system;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a server run until the process is told to stop (SIGTERM, Ctrl-C), and the process wait until it is closed. */
final class UntilStopped implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private final Duration patience;

    UntilStopped() {
        this(Duration.ZERO);
    }

    /**
     * The same for a server with work under way.
     *
     * @param atMost how long that may take before all is closed
     */
    UntilStopped(Duration atMost) {
        this.patience = atMost.plus(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "slipway-stop"));
    }

    private void stop() {
        told.countDown();
        try {
            closed.await(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long the process waits at its end. */
    Duration patience() {
        return patience;
    }

    /** Returns when the process shall stop. */
    void await() throws InterruptedException {
        told.await();
    }

    /** The same, or when that time is over; tells whether the process shall stop. */
    boolean await(Duration time) throws InterruptedException {
        return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the process end; called last, as the first resource of a try. */
    @Override
    public void close() {
        closed.countDown();
    }
}
