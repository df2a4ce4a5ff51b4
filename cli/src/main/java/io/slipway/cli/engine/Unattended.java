package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import io.slipway.cli.temporal.TemporalSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says that a rollout or fleet on a server does not begin, which is mostly because no worker is there for it. It has a
 * thread of its own, since a server may let those who ask about such a one wait for a worker as well.
 */
public final class Unattended implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CountDownLatch begun = new CountDownLatch(1);

    private Unattended() {}

    /**
     * Waits from now on until it is time to say so.
     *
     * @param elsewhere the server; empty for one in this process, of which nothing is said
     */
    public static Unattended watch(Console console, Optional<TemporalSettings> elsewhere) {
        return watch(console, elsewhere, PATIENCE);
    }

    static Unattended watch(Console console, Optional<TemporalSettings> elsewhere, Duration patience) {
        Unattended unattended = new Unattended();
        elsewhere.ifPresent(server ->
                Thread.ofVirtual().name("slipway-unattended").start(() -> unattended.tell(console, server, patience)));
        return unattended;
    }

    private void tell(Console console, TemporalSettings server, Duration patience) {
        try {
            if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                console.err()
                        .println("still waiting for a worker: is one running on " + server
                                + "? 'slipway worker' starts one");
                console.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same of what a command asks of it: nobody but a worker can answer. */
    public static Unattended watch(Console console, EngineSession session) {
        return watch(console, session.elsewhere());
    }

    /** Somebody carries it out: nothing is to be said any more. */
    public void begun() {
        begun.countDown();
    }

    @Override
    public void close() {
        begun();
    }
}
