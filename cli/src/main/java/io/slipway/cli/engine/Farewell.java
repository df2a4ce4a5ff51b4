package io.slipway.cli.engine;

import io.slipway.cli.console.AtExit;
import io.slipway.cli.console.Console;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What a command says when it is interrupted: how what it has begun goes on, or that nothing was begun. One that begins
 * takes the word from the one before for good.
 */
public final class Farewell implements AutoCloseable {
    private static final AtomicReference<Farewell> LATEST = new AtomicReference<>();

    private final Console console;
    private final Supplier<String> next;
    private final AtExit exit;

    private Farewell(Console console, Supplier<String> next) {
        this.console = console;
        this.next = next;
        this.exit = AtExit.run("slipway-farewell", this::tell);
    }

    /** Until it is closed, an end of the process is told, and what to do next, which is asked for then. */
    public static Farewell begin(Console console, Supplier<String> next) {
        Farewell farewell = new Farewell(console, next);
        LATEST.set(farewell);
        return farewell;
    }

    @SuppressWarnings("ReferenceEquality") // it is about this one
    void tell() {
        if (LATEST.get() == this) {
            console.err().println("\ninterrupted" + told());
            console.flush();
        }
    }

    private String told() {
        try {
            return "; " + next.get();
        } catch (RuntimeException e) {
            // The engine ends beside this, and may have ended first.
            return "";
        }
    }

    @Override
    public void close() {
        LATEST.compareAndSet(this, null);
        exit.close();
    }
}
