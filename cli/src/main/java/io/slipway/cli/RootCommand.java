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
        description = "Deployment guides as durable rollouts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway run pipelines/datalyptica --sandbox   a guide, without a cluster",
            "  slipway init my-app                           begin a pipeline of your own",
            "  slipway check my-app                          every mistake, with its place",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or invalid pipeline, 3 paused and waiting,",
            "4 aborted or cancelled, 5 a server cannot be reached, 6 changes or drift found (--exit-code), 130 interrupted.",
            "NO_COLOR turns colours off, SLIPWAY_HOME moves .slipway/ elsewhere,",
            "SLIPWAY_STORE=s3://BUCKET/PREFIX keeps journals and blobs in a bucket."
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the code an error came from; for reports of bugs.")
    @SuppressWarnings("UnusedVariable") // the error handler looks for it among the arguments, also when parsing failed
    private boolean stacktrace;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show warnings of the libraries too; all of them are in .slipway/log/slipway.log.")
    @SuppressWarnings("UnusedVariable") // logging is set up before the command line is read, and looks for it itself
    private boolean verbose;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
