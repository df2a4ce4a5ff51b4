package io.slipway.cli;

import io.slipway.cli.console.Environment;

/** The entry point of {@code slipway}. The only place that ends the process. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        // no logging is configured here, and SLF4J need not say so
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Environment environment = Environment.ofProcess();
        int code = new Slipway(environment).run(args);
        environment.console().flush();
        System.exit(code);
    }
}
