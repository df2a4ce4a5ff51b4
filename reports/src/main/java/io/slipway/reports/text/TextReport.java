package io.slipway.reports.text;

import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.Decision;
import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StageReport;
import io.slipway.reports.StepReport;
import io.slipway.reports.words.Asked;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Decide;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import io.slipway.reports.words.ValueText;
import io.slipway.reports.words.Warned;
import io.slipway.reports.words.Worked;
import java.util.Locale;

/** Renders the report for a terminal: the headline, why it failed, the steps, the checks, what changed. */
public final class TextReport {
    private static final int LINES = 60;

    private final Report report;
    private final Palette palette;
    private final Lines out = new Lines();

    private TextReport(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    /** The report as lines of text. */
    public static String render(Report report, Palette palette) {
        return new TextReport(report, palette).render();
    }

    private String render() {
        headline();
        new TextDiagnosis(palette, out).write(report);
        decide();
        report.stages().forEach(this::stage);
        checks();
        out.section("Changes", Counts.changes(report.totals()));
        warnings();
        notices();
        decisions();
        outputs();
        return palette.safe(out.text());
    }

    private void headline() {
        Mark mark = Mark.of(report.status());
        String line = palette.paint(mark.tone(), mark.sign() + " " + report.pipeline() + " " + mark.word()) + " on "
                + report.target() + " in " + Worked.of(report);
        out.line(report.simulated() ? line + "  " + palette.banner("SIMULATION (sandbox)") : line);
        out.line(palette.dim("  rollout " + report.rollout() + (report.runs() > 1 ? ", run " + report.runs() : "")));
        if (!report.message().isEmpty()) {
            out.line("  " + report.message());
        }
    }

    private void decide() {
        if (Decide.commands(report).isEmpty()) {
            return;
        }
        out.section("Waiting for you", "");
        for (Asked asked : Asked.of(report)) {
            out.line("  " + asked.headline());
            asked.lines(LINES).forEach(line -> out.line("    " + palette.paint(Asked.tone(line), line)));
        }
        Decide.commands(report).forEach(command -> out.line("  " + palette.bold(command)));
    }

    private void stage(StageReport stage) {
        Mark mark = Mark.of(stage.status());
        out.blank();
        out.line(palette.sign(mark) + " " + palette.bold(stage.stage())
                + palette.dim(stage.seconds() > 0 ? "  " + Elapsed.of(stage.seconds()) : ""));
        int width = stage.steps().stream()
                .mapToInt(step -> step.step().length())
                .max()
                .orElse(0);
        stage.steps().forEach(step -> step(step, Math.min(width, 40)));
    }

    private void step(StepReport step, int width) {
        Mark mark = Mark.of(step.status());
        String name = String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", step.step());
        String time = step.tries().isEmpty() ? "" : Elapsed.of(step.seconds());
        String tries = step.tries().size() > 1 ? "try " + step.tries().getLast().attempt() : "";
        out.line("  " + palette.sign(mark) + " " + name + " "
                + palette.dim(String.format(Locale.ROOT, "%-9s %8s %-6s", step.verb(), time, tries)) + " "
                + step.said());
    }

    private void checks() {
        if (report.checks().isEmpty()) {
            return;
        }
        out.section("Checks", Counts.checks(report.totals()));
        report.checks().forEach(this::check);
    }

    private void check(CheckReport check) {
        out.line("  " + palette.sign(Mark.of(check)) + " " + check.name() + palette.dim(" (" + check.step() + ")"));
        out.line(palette.dim(
                "      expected " + Lines.oneLine(check.expected()) + "; seen " + Lines.oneLine(check.seen())));
        if (!check.passed()) {
            out.labelled("      ", "cause", check.cause());
            out.labelled("      ", "fix", check.fix());
        }
    }

    private void warnings() {
        if (report.warnings().isEmpty()) {
            return;
        }
        out.section("Warnings", Integer.toString(report.warnings().size()));
        Warned.lines(report).forEach(line -> out.line("  " + line));
    }

    private void notices() {
        if (report.notices().isEmpty()) {
            return;
        }
        out.section("Notices", "");
        report.notices()
                .forEach(notice -> out.line("  " + notice.at() + " " + notice.about() + " " + notice.outcome()));
    }

    private void decisions() {
        if (report.decisions().isEmpty()) {
            return;
        }
        out.section("Decisions", "");
        for (Decision decision : report.decisions()) {
            String note = decision.note().isEmpty() ? "" : ": " + decision.note();
            out.line("  " + decision.at() + " " + decision.kind().word() + " "
                    + (decision.step().isEmpty() ? report.rollout() : decision.step())
                    + (decision.plan().isEmpty() ? "" : " plan " + Ahead.name(decision.plan())) + " by " + decision.by()
                    + note);
        }
    }

    private void outputs() {
        if (report.outputs().isEmpty()) {
            return;
        }
        out.section("Outputs", "");
        report.outputs().forEach((name, value) -> out.line("  " + name + " = " + ValueText.of(value)));
    }
}
