package io.slipway.cli;

import io.slipway.model.check.Checker;
import java.util.Arrays;
import java.util.Set;

/**
 * Loads the checker of pipelines on a second core while the command line is read. The two share no classes of ours, so
 * they cannot wait for one another; the command itself begins when both are done.
 */
final class Warmup {
    private static final Set<String> CHECKING = Set.of("check", "plan", "run", "rehearse");

    private Warmup() {}

    /** Begins when these arguments need the checker; {@link Thread#join()} waits for it. */
    static Thread begin(String... args) {
        boolean pays = Arrays.stream(args).anyMatch(CHECKING::contains);
        return Thread.ofPlatform()
                .daemon()
                .name("slipway-warmup")
                // whatever is wrong shows again, and is told, when the command does the same
                .uncaughtExceptionHandler((thread, problem) -> {})
                .start(pays ? Checker::warm : () -> {});
    }
}
