package io.slipway.cli.records;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.reports.Report;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.text.TextReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway show}: the report of a rollout on the terminal. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a rollout: its steps, checks, changes, and why it failed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway show                          the latest rollout",
            "  slipway show datalyptica-0105 -o json its report for programs",
            "  slipway show --exit-code last         ends with the code of the rollout"
        })
public final class ShowCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RolloutArgument rollout;

    @Mixin
    private Output output;

    @Option(names = "--exit-code", description = "End with the rollout's own exit code.")
    private boolean exitCode;

    /** The command in that environment. */
    public ShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Home home = new Home(environment);
        Report report = home.report(rollout.journal(environment));
        output.print(
                environment.console(),
                () -> TextReport.render(report, environment.console().outPalette()),
                () -> JsonReport.tree(report));
        return exitCode ? ExitCode.of(report.status()) : ExitCode.DONE;
    }
}
