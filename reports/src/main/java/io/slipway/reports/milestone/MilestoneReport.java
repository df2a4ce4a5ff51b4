package io.slipway.reports.milestone;

import static io.slipway.reports.markdown.Escape.text;

import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StageReport;
import io.slipway.reports.words.ValueText;
import io.slipway.reports.words.Warned;
import java.util.stream.Collectors;

/**
 * Renders a report as a milestone in Markdown: summary, goals ticked, validation, metrics, duration. A goal is a stage;
 * it is ticked when it succeeded.
 */
public final class MilestoneReport {
    private MilestoneReport() {}

    /** The milestone as Markdown (GitHub's kind). */
    public static String render(Report report) {
        return "# Milestone: " + text(report.pipeline()) + "\n\n" + head(report)
                + "\n## Summary\n\n" + text(report.description()) + "\n"
                + "\n## Goals\n\n" + goals(report)
                + "\n## Validation\n\n" + validation(report)
                + "\n## Metrics\n\n" + metrics(report)
                + warnings(report);
    }

    private static String head(Report report) {
        String date = report.finished()
                .or(report::started)
                .map(instant -> instant.toString().substring(0, 10))
                .orElse("not started");
        return "**Date**: " + date + "  \n**Status**: " + report.status().word()
                + "  \n**Target**: " + text(report.target()) + (report.simulated() ? " (SIMULATION)" : "")
                + "  \n**Rollout**: " + text(report.rollout()) + "\n";
    }

    private static String goals(Report report) {
        return report.stages().stream()
                .filter(stage -> stage.status() != StepStatus.SKIPPED)
                .map(MilestoneReport::goal)
                .collect(Collectors.joining());
    }

    private static String goal(StageReport stage) {
        String tick = stage.status() == StepStatus.SUCCEEDED ? "x" : " ";
        String what = stage.description().isEmpty() ? "" : ": " + text(stage.description());
        return "- [" + tick + "] " + text(stage.stage()) + what + "\n";
    }

    private static String validation(Report report) {
        return report.checks().stream().map(MilestoneReport::check).collect(Collectors.joining());
    }

    private static String check(CheckReport check) {
        String mark = check.passed() ? "✔" : check.failed() ? "✘" : "!";
        String why = check.passed() || check.cause().isEmpty() ? "" : ": " + text(check.cause());
        return "- " + mark + " " + text(check.name()) + why + "\n";
    }

    private static String metrics(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("- Duration: ").append(Math.round(report.seconds())).append(" s\n");
        text.append("- Checks: ").append(report.totals().checksPassed()).append(" of ");
        text.append(report.totals().checkCount()).append(" passed\n");
        text.append("- Objects created: ")
                .append(report.totals().changes().getOrDefault(Change.Kind.CREATED, 0L))
                .append('\n');
        report.outputs()
                .forEach((name, value) -> text.append("- ")
                        .append(text(name))
                        .append(": ")
                        .append(text(ValueText.of(value)))
                        .append('\n'));
        return text.toString();
    }

    private static String warnings(Report report) {
        return report.warnings().isEmpty()
                ? ""
                : "\n## Open points\n\n"
                        + Warned.lines(report).stream()
                                .map(line -> "- " + text(line) + "\n")
                                .collect(Collectors.joining());
    }
}
