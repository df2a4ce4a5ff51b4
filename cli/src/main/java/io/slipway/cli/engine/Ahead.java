package io.slipway.cli.engine;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What a command will need and another core can make meanwhile. It is made once; when it was not asked for by the end,
 * as the pipeline is wrong or a person said no, it is closed as soon as it is there.
 *
 * @param <T> what is made
 */
public final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<T> made = new CompletableFuture<>();
    private boolean taken;

    private Ahead() {}

    /** Begins to make it, on a thread of its own. */
    public static <T extends AutoCloseable> Ahead<T> begin(Maker<T> maker) {
        Ahead<T> ahead = new Ahead<>();
        Thread.ofPlatform().daemon().name("slipway-ahead").start(() -> ahead.make(maker));
        return ahead;
    }

    /** The same, or nothing that could ever be taken. */
    public static <T extends AutoCloseable> Ahead<T> beginIf(boolean needed, Maker<T> maker) {
        return needed ? begin(maker) : new Ahead<>();
    }

    private void make(Maker<T> maker) {
        try {
            T value = maker.make();
            if (!made.complete(value)) {
                drop(value);
            }
        } catch (IOException | RuntimeException | Error e) {
            made.completeExceptionally(e);
        }
    }

    /**
     * Waits for it; from now on it is the caller's to close.
     *
     * @throws IOException what making it threw, as are unchecked exceptions
     */
    public T take() throws IOException, InterruptedException {
        try {
            T value = made.get();
            taken = true;
            return value;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException problem -> throw problem;
                case RuntimeException problem -> throw problem;
                case Error problem -> throw problem;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Does not wait: nobody should, for a cluster that does not answer and is not needed. */
    @Override
    public void close() {
        boolean notYet = made.cancel(false);
        if (!notYet && !taken && !made.isCompletedExceptionally()) {
            drop(made.join());
        }
    }

    private static void drop(AutoCloseable value) {
        try {
            value.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes it. */
    @FunctionalInterface
    public interface Maker<T> {
        /** Makes it. */
        T make() throws IOException;
    }
}
