package io.slipway.cli.records;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.ReportFiles;
import io.slipway.reports.Report;
import io.slipway.reports.html.HtmlReport;
import io.slipway.reports.json.JsonReport;
import io.slipway.reports.junit.JUnitReport;
import io.slipway.reports.markdown.MarkdownReport;
import io.slipway.reports.milestone.MilestoneReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway report}: writes the report files of a rollout, or prints one of them. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write a rollout's report as HTML, Markdown, JSON and JUnit XML next to its journal.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway report                     write all formats and print where",
            "  slipway report last --as markdown  print one to stdout",
            "  slipway report last -o json        print the JSON report"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RolloutArgument rollout;

    @Mixin
    private Output output;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "Report to print to stdout: html, markdown, json, junit, openmetrics or milestone.")
    private Optional<Kind> kind = Optional.empty();

    /** The kinds of report that can be printed. */
    public enum Kind {
        HTML,
        MARKDOWN,
        JSON,
        JUNIT,
        OPENMETRICS,
        MILESTONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command in that environment. */
    public ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Home home = new Home(environment);
        Report report = home.report(rollout.journal(environment));
        if (kind.isPresent()) {
            environment.console().out().print(render(report, kind.get()));
            return ExitCode.DONE;
        }
        Path page = ReportFiles.write(home, report);
        output.print(environment.console(), page::toString, () -> JsonReport.tree(report));
        return ExitCode.DONE;
    }

    private static String render(Report report, Kind kind) {
        return switch (kind) {
            case HTML -> HtmlReport.render(report);
            case MARKDOWN -> MarkdownReport.render(report);
            case JSON -> JsonReport.render(report);
            case JUNIT -> JUnitReport.render(report);
            case OPENMETRICS -> OpenMetricsReport.render(report);
            case MILESTONE -> MilestoneReport.render(report);
        };
    }
}
