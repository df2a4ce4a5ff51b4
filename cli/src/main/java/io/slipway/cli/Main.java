package io.slipway.cli;

import io.slipway.cli.console.Environment;
import io.slipway.cli.logging.LogSettings;

/** The entry point of {@code slipway}. The only place that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        Environment environment = Environment.ofProcess();
        LogSettings.of(environment.home(), args).use();
        int code = new Slipway(environment).run(args);
        environment.console().flush();
        end(code);
    }

    /**
     * Exit asks for a logger of the platform first, and so sets logging up. Commands that only read leave nothing to be
     * done at the end: the launcher says which they are.
     */
    private static void end(int code) {
        if (Boolean.getBoolean("slipway.short")) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }
}
