package io.slipway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code slipway} itself: shows what there is. */
@Command(
        name = "slipway",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Run Kubernetes deployment guides as durable Temporal rollouts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway run pipelines/datalyptica --sandbox   run a guide without a cluster",
            "  slipway init my-app                           create your own pipeline",
            "  slipway check my-app                          report all mistakes",
            "",
            "Exit codes: 0 success, 1 failed, 2 wrong usage or invalid pipeline,",
            "3 paused, waiting for a person, 4 aborted or cancelled,",
            "5 a server cannot be reached, 6 changes or drift found (--exit-code),",
            "130 interrupted.",
            "Environment: NO_COLOR disables colours, SLIPWAY_HOME replaces .slipway/,",
            "SLIPWAY_STORE=s3://BUCKET/PREFIX keeps journals and blobs in a bucket.",
            "",
            "Run 'slipway help COMMAND' for the options of a command."
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, for bug reports.")
    @SuppressWarnings("UnusedVariable") // the error handler looks for it among the arguments, also when parsing failed
    private boolean stacktrace;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = {"Also show warnings of the libraries. All of them are in", ".slipway/log/slipway.log."})
    @SuppressWarnings("UnusedVariable") // logging is set up before the command line is read, and looks for it itself
    private boolean verbose;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
