package io.slipway.cli.engine;

import io.slipway.cli.console.Console;
import java.util.function.Supplier;

/** What a command that follows a rollout or a fleet says when it is interrupted: how it goes on. */
public final class Farewell implements AutoCloseable {
    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    /** From now on, until it is closed, an end of the process is told, and what to do next, which is asked for then. */
    public static Farewell begin(Console console, Supplier<String> next) {
        Thread hook = new Thread(
                () -> {
                    console.err().println("\ninterrupted" + told(next));
                    console.flush();
                },
                "slipway-farewell");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(hook);
    }

    private static String told(Supplier<String> next) {
        try {
            return "; " + next.get();
        } catch (RuntimeException e) {
            // The engine ends beside this, and may have ended first.
            return "";
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
