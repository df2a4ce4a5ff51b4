package io.slipway.cli;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ErrorHandler;
import io.slipway.cli.error.ExitCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line with its commands. */
public final class Slipway {
    private final Environment environment;

    /** A command line in that environment. */
    public Slipway(Environment environment) {
        this.environment = environment;
    }

    /** Runs a command and returns its exit code. */
    public int run(String... args) {
        try {
            Warmup warmup = Warmup.begin(args);
            return commandLine(args)
                    .setExecutionStrategy(parsed -> afterwards(warmup, parsed))
                    .execute(args);
        } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
            environment.console().err().println("slipway: " + e);
            environment.console().err().println("This build does not work on this machine; report it with this line.");
            return ExitCode.FAILED;
        }
    }

    private static int afterwards(Warmup warmup, ParseResult parsed) {
        try {
            warmup.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /**
     * The command line for these arguments. When they name a command, only that one is made: reading the options of
     * all the others would cost more than most commands take.
     */
    CommandLine commandLine(String... args) {
        Map<String, Function<Environment, Object>> known = Commands.all();
        Optional<String> named = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("-"))
                .findFirst()
                .filter(known::containsKey)
                .filter(name -> !Commands.OF_ALL.contains(name));
        CommandLine line = new CommandLine(new RootCommand());
        known.forEach((name, make) -> {
            if (named.isEmpty() || named.get().equals(name)) {
                line.addSubcommand(name, make.apply(environment));
            }
        });
        ErrorHandler errors = new ErrorHandler(environment.console());
        return line.setOut(environment.console().outWriter())
                .setErr(environment.console().errWriter())
                .setColorScheme(environment.console().helpColours())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
