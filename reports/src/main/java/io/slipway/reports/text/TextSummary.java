package io.slipway.reports.text;

import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StageReport;
import io.slipway.reports.words.Asked;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Decide;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import io.slipway.reports.words.ValueText;
import io.slipway.reports.words.Warned;
import io.slipway.reports.words.Worked;

/** The end of a run on one screen: how it went, why it failed, what did not pass, what it yields. */
public final class TextSummary {
    private static final int LINES = 20;

    private TextSummary() {}

    /** The summary as lines of text. */
    public static String render(Report report, Palette palette) {
        Lines out = new Lines();
        Mark mark = Mark.of(report.status());
        out.line(palette.paint(mark.tone(), mark.sign() + " " + report.pipeline() + " " + mark.word()) + " on "
                + report.target() + " in " + Worked.of(report)
                + (report.simulated() ? "  " + palette.banner("SIMULATION (sandbox)") : ""));
        report.stages().forEach(stage -> stage(stage, palette, out));
        new TextDiagnosis(palette, out).write(report);
        out.blank();
        out.line("rollout  " + report.rollout());
        out.line("steps    " + Counts.steps(report.totals()));
        // Whoever does not share the worker's journal sees neither, and none would be a lie.
        if (report.totals().checkCount() > 0) {
            out.line("checks   " + Counts.checks(report.totals()));
        }
        report.checks().stream().filter(check -> !check.passed()).forEach(check -> check(check, palette, out));
        if (!report.totals().changes().isEmpty()) {
            out.line("objects  " + Counts.changes(report.totals()));
        }
        Warned.lines(report).forEach(line -> out.line("warning  " + line));
        report.notices().stream()
                .filter(notice -> !notice.delivered())
                .forEach(notice -> out.line("notice   " + notice.about() + " " + notice.outcome()));
        report.outputs().forEach((name, value) -> out.line("output   " + name + " = " + ValueText.of(value)));
        Asked.of(report).forEach(asked -> asked(asked, palette, out));
        Decide.commands(report).forEach(command -> out.line("next     " + palette.bold(command)));
        return palette.safe(out.text());
    }

    private static void asked(Asked asked, Palette palette, Lines out) {
        out.line("asks     " + asked.headline());
        asked.lines(LINES).forEach(line -> out.line("           " + palette.paint(Asked.tone(line), line)));
    }

    private static void stage(StageReport stage, Palette palette, Lines out) {
        String time = stage.seconds() > 0 ? "  " + Elapsed.of(stage.seconds()) : "";
        out.line("  " + palette.sign(Mark.of(stage.status())) + " " + stage.stage()
                + palette.dim("  " + stage.steps().size() + (stage.steps().size() == 1 ? " step" : " steps") + time));
    }

    private static void check(CheckReport check, Palette palette, Lines out) {
        out.line("  " + palette.sign(Mark.of(check)) + " " + check.name() + " (" + check.step() + "): expected "
                + Lines.oneLine(check.expected()) + "; seen " + Lines.oneLine(check.seen()));
    }
}
