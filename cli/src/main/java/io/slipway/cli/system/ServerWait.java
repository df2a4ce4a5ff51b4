package io.slipway.cli.system;

import io.slipway.cli.error.CliException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a server that is not there yet, as when a whole cluster starts, and logs that once a minute. */
final class ServerWait {
    private static final Logger log = LoggerFactory.getLogger(ServerWait.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    private final Supplier<Optional<CliException>> trouble;
    private final Stop stop;
    private final Duration pause;

    /** Rests a while; tells whether the process shall stop. */
    interface Stop {
        boolean within(Duration time) throws InterruptedException;
    }

    /**
     * A wait that has not begun.
     *
     * @param trouble asks the server: why it cannot be used now, or nothing
     */
    ServerWait(Supplier<Optional<CliException>> trouble, Stop stop) {
        this(trouble, stop, PAUSE);
    }

    ServerWait(Supplier<Optional<CliException>> trouble, Stop stop, Duration pause) {
        this.trouble = trouble;
        this.stop = stop;
        this.pause = pause;
    }

    /**
     * Waits until it can be used.
     *
     * @return whether it can; else the process shall stop
     * @throws CliException why not, when it still cannot after that time
     */
    boolean await(Duration atMost) throws InterruptedException {
        long began = System.nanoTime();
        long toldAfter = -TELL_EVERY.toNanos();
        while (true) {
            Optional<CliException> why = trouble.get();
            long waited = System.nanoTime() - began;
            if (why.isEmpty()) {
                return true;
            }
            if (waited >= atMost.toNanos()) {
                throw why.get();
            }
            if (waited - toldAfter >= TELL_EVERY.toNanos()) {
                toldAfter = waited;
                log.warn("{}; waiting for it", why.get().getMessage());
            }
            if (stop.within(pause)) {
                return false;
            }
        }
    }
}
