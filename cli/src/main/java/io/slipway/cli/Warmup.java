package io.slipway.cli;

import io.slipway.model.check.Checker;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads the checker of pipelines on other cores while the command line is read. They share no classes of ours that need
 * one another, so they cannot wait for one another; the command itself begins when all are done.
 */
final class Warmup {
    private static final Set<String> CHECKING = Set.of("check", "plan", "run", "rehearse");

    private final List<Thread> threads;

    private Warmup(List<Thread> threads) {
        this.threads = threads;
    }

    /** Begins when these arguments need the checker; {@link #join()} waits for it. */
    static Warmup begin(String... args) {
        List<String> words = Arrays.asList(args);
        boolean pays = words.stream().anyMatch(CHECKING::contains) && !words.contains(Commands.HELP);
        return new Warmup(
                pays
                        ? Stream.<Runnable>of(Checker::warm, Checker::warmExpressions)
                                .map(Warmup::start)
                                .toList()
                        : List.of());
    }

    private static Thread start(Runnable part) {
        return Thread.ofPlatform()
                .daemon()
                .name("slipway-warmup")
                // whatever is wrong shows again, and is told, when the command does the same
                .uncaughtExceptionHandler((thread, problem) -> {})
                .start(part);
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
