package io.slipway.reports.fleet;

import io.slipway.model.fleet.TargetRecord;
import io.slipway.reports.text.Palette;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;

/** Renders the report of a fleet for a terminal. */
public final class FleetText {
    private static final int SHOWN = 20;

    private FleetText() {}

    /** The report as lines of text. */
    public static String render(FleetReport report, Palette palette) {
        StringBuilder out = new StringBuilder();
        Mark mark = Mark.of(report.status());
        out.append(palette.paint(mark.tone(), mark.sign() + " fleet " + report.fleet() + " " + mark.word()))
                .append(": ")
                .append(report.pipeline())
                .append(" on ")
                .append(report.size())
                .append(" targets in ")
                .append(Elapsed.of(report.seconds()))
                .append(report.simulated() ? "  " + palette.banner("SIMULATION (sandbox)") : "")
                .append('\n');
        if (!report.message().isEmpty()) {
            out.append("  ").append(report.message()).append('\n');
        }
        report.waves().forEach(wave -> wave(report, wave, palette, out));
        report.failed().stream().limit(SHOWN).forEach(target -> failed(target, palette, out));
        if (report.failed().size() > SHOWN) {
            out.append("  and ").append(report.failed().size() - SHOWN).append(" more that failed\n");
        }
        out.append("\nfleet    ").append(report.id()).append('\n');
        out.append("targets  ").append(FleetWords.counts(report)).append('\n');
        FleetWords.next(report)
                .forEach(command ->
                        out.append("next     ").append(palette.bold(command)).append('\n'));
        return palette.safe(out.toString());
    }

    private static void wave(FleetReport report, FleetReport.Wave wave, Palette palette, StringBuilder out) {
        Mark mark = FleetWords.mark(wave.status());
        String gate = FleetWords.gate(report, wave);
        out.append("  ")
                .append(palette.paint(mark.tone(), mark.sign()))
                .append(" wave ")
                .append(wave.wave())
                .append(palette.dim(" (" + wave.share() + ")"))
                .append("  ")
                .append(FleetWords.counts(wave))
                .append(gate.isEmpty() ? "" : palette.dim(", " + gate))
                .append('\n');
    }

    private static void failed(TargetRecord target, Palette palette, StringBuilder out) {
        Mark mark = FleetWords.mark(target.status());
        out.append('\n')
                .append(palette.paint(mark.tone(), mark.sign() + " " + target.target()))
                .append(palette.dim("  slipway report " + target.rollout()))
                .append('\n')
                .append("  cause  ")
                .append(target.cause())
                .append('\n');
        if (!target.fix().isEmpty()) {
            out.append("  fix    ").append(target.fix()).append('\n');
        }
    }
}
