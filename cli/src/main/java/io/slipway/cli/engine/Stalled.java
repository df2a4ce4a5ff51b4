package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a rollout stands still that can neither go on nor write that down, as on a full disk. Each reason is told once. */
final class Stalled implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Stalled.class);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Set<String> told = new HashSet<>();

    private Stalled() {}

    /** Looks from now on, until it is closed. */
    static Stalled watch(Console console, Supplier<Optional<String>> trouble) {
        return watch(console, trouble, BEAT);
    }

    static Stalled watch(Console console, Supplier<Optional<String>> trouble, Duration beat) {
        Stalled stalled = new Stalled();
        Thread.ofVirtual().name("slipway-stalled").start(() -> stalled.look(console, trouble, beat));
        return stalled;
    }

    private void look(Console console, Supplier<Optional<String>> trouble, Duration beat) {
        try {
            while (!over.await(beat.toMillis(), TimeUnit.MILLISECONDS)) {
                tell(console, trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Console console, Supplier<Optional<String>> trouble) {
        try {
            trouble.get().filter(told::add).ifPresent(why -> {
                console.err().println("it is not progressing: " + why);
                console.flush();
            });
        } catch (RuntimeException e) {
            log.warn("could not check whether the rollout makes progress; the check is repeated", e);
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
