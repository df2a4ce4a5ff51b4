package io.slipway.reports.text;

import io.slipway.model.journal.Finding;
import io.slipway.reports.Diagnosis;
import io.slipway.reports.Report;
import io.slipway.reports.words.Mark;

/** Why steps failed: the cause in two lines, then the fix and the evidence. */
final class TextDiagnosis {
    private final Palette palette;
    private final Lines out;

    TextDiagnosis(Palette palette, Lines out) {
        this.palette = palette;
        this.out = out;
    }

    void write(Report report) {
        report.diagnosis().forEach(this::write);
    }

    private void write(Diagnosis diagnosis) {
        out.blank();
        String object = diagnosis.object().isEmpty() ? "" : " (" + diagnosis.object() + ")";
        out.line(palette.paint(Mark.Tone.BAD, diagnosis.step() + ": " + diagnosis.message()) + object);
        out.labelled("  ", "cause", diagnosis.cause());
        out.labelled("  ", "fix", diagnosis.fix());
        diagnosis.findings().forEach(this::write);
    }

    private void write(Finding finding) {
        out.line("  " + palette.bold(finding.object()) + ": " + finding.cause()
                + (finding.guide().isEmpty() ? "" : palette.dim(" [guide " + finding.guide() + "]")));
        out.labelled("    ", "fix", finding.fix());
        finding.evidence().forEach(line -> out.line(palette.dim("    | " + line)));
    }
}
