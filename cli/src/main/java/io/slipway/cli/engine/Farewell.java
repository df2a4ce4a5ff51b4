package io.slipway.cli.engine;

import io.slipway.cli.console.AtExit;
import io.slipway.cli.console.Console;
import java.util.function.Supplier;

/** What a command that follows a rollout or a fleet says when it is interrupted: how it goes on. */
public final class Farewell {
    private Farewell() {}

    /** Until it is closed, an end of the process is told, and what to do next, which is asked for then. */
    public static AtExit begin(Console console, Supplier<String> next) {
        return AtExit.run("slipway-farewell", () -> {
            console.err().println("\ninterrupted" + told(next));
            console.flush();
        });
    }

    private static String told(Supplier<String> next) {
        try {
            return "; " + next.get();
        } catch (RuntimeException e) {
            // The engine ends beside this, and may have ended first.
            return "";
        }
    }
}
