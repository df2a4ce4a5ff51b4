package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.LastRollout;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.reports.history.CheckHistory;
import io.slipway.reports.history.HistoryPage;
import io.slipway.reports.history.HistoryReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway history}: how the checks of a pipeline came out, rollout after rollout. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Show check results of the latest rollouts and re-validations of a pipeline on a target:"
                + " new failures, fixes, flapping checks, drift. Contacts no cluster.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway history datalyptica                       a table of the last 30",
            "  slipway history datalyptica --page history.html   the same as a page",
            "  slipway history datalyptica --target staging --last 10 -o json"
        })
public final class HistoryCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "PIPELINE", description = "Name of a pipeline with earlier rollouts, or its folder.")
    private Path pipeline;

    @Option(names = "--target", paramLabel = "NAME", description = "Target to show (default: the one last used).")
    private String target = "";

    @Option(names = "--last", paramLabel = "N", description = "Number of latest runs to show (default: 30).")
    private int last = 30;

    @Option(names = "--page", paramLabel = "FILE", description = "Write the history to FILE as an HTML page.")
    private Path page;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public HistoryCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (last < 1) {
            throw CliException.invalid("--last must be at least 1, not " + last, "");
        }
        Home home = new Home(environment);
        HistoryReport report = report(home);
        if (page != null) {
            Path file = environment.directory().resolve(page);
            Files.writeString(file, HistoryPage.render(report), StandardCharsets.UTF_8);
            environment.console().err().println("history  " + page);
            return ExitCode.DONE;
        }
        output.print(environment.console(), () -> text(report), () -> Json.tree(report));
        return ExitCode.DONE;
    }

    private static String text(HistoryReport report) {
        String heading = report.pipeline() + " on " + report.target()
                + (report.simulated() ? "  SIMULATION (sandbox)" : "") + "\n\n";
        return heading + HistoryText.table(report.checks()) + "\n" + HistoryText.times(report);
    }

    private HistoryReport report(Home home) {
        String name = pipeline.toAbsolutePath().normalize().getFileName().toString();
        String where =
                target.isEmpty() ? latest(home, name).map(Journal::target).orElse("") : target;
        List<Journal> journals = new LastRollout(home.journals(), name, where)
                .ended()
                .limit(last)
                .toList()
                .reversed();
        if (journals.isEmpty()) {
            throw CliException.invalid(
                    "no rollout of pipeline '" + name + "'" + (target.isEmpty() ? "" : " on target '" + target + "'")
                            + " has ended in " + home.place(),
                    "'slipway list' lists the rollouts.");
        }
        Set<String> looks = journals.stream()
                .filter(journal -> LastRollout.revalidationOf(journal).isPresent())
                .map(Journal::rollout)
                .collect(Collectors.toSet());
        CheckHistory checks = CheckHistory.of(
                journals.stream().map(home::report).toList(), report -> looks.contains(report.rollout()));
        return new HistoryReport(name, where, journals.getLast().simulated(), checks);
    }

    private static Optional<Journal> latest(Home home, String name) {
        return new LastRollout(home.journals(), name, "").ended().findFirst();
    }
}
