package io.slipway.cli.records;

import io.slipway.activities.preview.Difference;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.LeftRunning;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.reports.Report;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.text.Palette;
import io.slipway.reports.text.TextReport;
import io.slipway.reports.words.Asked;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway show}: the report of a rollout on the terminal. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a rollout: steps, checks, changes, and the cause of a failure.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway show                          the latest rollout",
            "  slipway show datalyptica-0105 -o json its report as JSON",
            "  slipway show --exit-code last         exit with its exit code"
        })
public final class ShowCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RolloutArgument rollout;

    @Mixin
    private Output output;

    @Option(
            names = "--difference",
            paramLabel = "STEP",
            description = "Show only the changes this step requested approval for, in full.")
    private String difference = "";

    @Option(names = "--exit-code", description = "Exit with the exit code of the rollout.")
    private boolean exitCode;

    /** The command in that environment. */
    public ShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Home home = new Home(environment);
        Journal journal = rollout.journal(environment);
        if (!difference.isEmpty()) {
            return difference(home, journal);
        }
        Report report = home.report(journal);
        output.print(
                environment.console(),
                () -> TextReport.render(report, environment.console().outPalette()),
                () -> JsonReport.tree(report));
        if (output.isText() && !rollout.isOnServer(environment)) {
            LeftRunning.line(home, journal).ifPresent(environment.console().err()::println);
        }
        return exitCode ? ExitCode.of(report.status()) : ExitCode.DONE;
    }

    private int difference(Home home, Journal journal) {
        Ahead ahead = journal.step(difference)
                .flatMap(step -> Ahead.of(step.outputs()))
                .orElseThrow(() -> CliException.invalid(
                        "step '" + difference + "' of rollout " + journal.rollout() + " has not requested approval yet",
                        "'slipway show " + journal.rollout() + "' shows its steps."));
        List<String> lines = home.blobs()
                .text(ahead.plan())
                .map(text -> Json.read(text, Difference.class).lines())
                .orElse(ahead.difference());
        Palette palette = environment.console().outPalette();
        output.print(
                environment.console(),
                () -> lines.stream()
                        .map(line -> palette.paint(Asked.tone(line), line) + "\n")
                        .collect(Collectors.joining()),
                () -> Json.tree(new Shown(ahead.plan(), lines)));
        return ExitCode.DONE;
    }

    /** What was shown, for programs. */
    private record Shown(String plan, List<String> difference) {}
}
