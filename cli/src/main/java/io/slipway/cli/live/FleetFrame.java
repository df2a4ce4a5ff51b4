package io.slipway.cli.live;

import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.fleet.FleetWords;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One picture of a fleet. Pure: the same moment on the same screen gives the same rows.
 *
 * @param report the fleet
 * @param now the time
 * @param tick counts pictures; turns the spinners
 */
record FleetFrame(FleetReport report, Instant now, int tick) {
    private static final int BAR = 40;

    /** The rows, at most {@code height} of them. */
    List<Row> rows(int height) {
        List<Row> rows = new ArrayList<>();
        rows.add(header());
        report.waves().forEach(wave -> rows.add(wave(wave)));
        List<Row> below = below();
        List<Row> failed = report.failed().stream().map(this::failed).toList();
        List<Row> running = report.waves().stream()
                .flatMap(wave -> wave.targets().stream())
                .filter(target -> target.status().underWay())
                .map(this::running)
                .toList();
        int room = Math.max(2, height - rows.size() - below.size());
        int forFailed = Math.min(failed.size(), Math.max(1, room / 2));
        some(failed, forFailed, "failed", rows);
        some(running, Math.max(1, room - forFailed), "under way", rows);
        rows.addAll(below);
        return rows.size() <= height ? rows : rows.subList(0, height);
    }

    private static void some(List<Row> all, int most, String what, List<Row> rows) {
        if (all.size() <= most) {
            rows.addAll(all);
            return;
        }
        int shown = Math.max(0, most - 1);
        rows.addAll(all.subList(0, shown));
        rows.add(new Row().add(Mark.Tone.QUIET, "    … " + (all.size() - shown) + " more " + what));
    }

    private Row header() {
        Mark mark = Mark.of(report.status());
        boolean runs = report.status() == RolloutStatus.RUNNING;
        double seconds = runs ? report.started().map(this::since).orElse(0.0) : report.seconds();
        Row row = new Row()
                .add(mark.tone(), (runs ? Spinner.at(tick) : mark.sign()) + " ")
                .bold("fleet " + report.fleet())
                .add(mark.tone(), " " + mark.word())
                .add(": " + report.pipeline() + " on " + report.size() + " targets  " + Elapsed.of(seconds));
        return report.simulated() ? row.add(Mark.Tone.WAITS, "  SIMULATION (sandbox)") : row;
    }

    private double since(Instant start) {
        return Math.max(0, Duration.between(start, now).toMillis() / 1000.0);
    }

    private Row wave(FleetReport.Wave wave) {
        Mark mark = FleetWords.mark(wave.status());
        String sign = wave.status().underWay() ? Spinner.at(tick) : mark.sign();
        Row row = new Row()
                .add(mark.tone(), sign + " ")
                .bold(String.format(Locale.ROOT, "wave %-2d ", wave.wave()))
                .add(Mark.Tone.QUIET, String.format(Locale.ROOT, "%5s  ", wave.share()));
        bar(wave, row);
        String gate = FleetWords.gate(report, wave);
        return row.add("  " + FleetWords.counts(wave)).add(Mark.Tone.QUIET, gate.isEmpty() ? "" : ", " + gate);
    }

    /** A piece for each status, as long as its part of the wave; what there is has at least one character. */
    private static void bar(FleetReport.Wave wave, Row row) {
        int all = wave.targets().size();
        int left = BAR;
        for (TargetStatus status : List.of(
                TargetStatus.SUCCEEDED,
                TargetStatus.SKIPPED,
                TargetStatus.FAILED,
                TargetStatus.CHECKING,
                TargetStatus.RUNNING)) {
            int many = wave.count(status);
            int length = many == 0 ? 0 : Math.min(left, Math.max(1, Math.round((float) BAR * many / all)));
            row.add(FleetWords.mark(status).tone(), "━".repeat(length));
            left -= length;
        }
        row.add(Mark.Tone.QUIET, (wave.count(TargetStatus.PENDING) == 0 ? "━" : "╌").repeat(left));
    }

    private Row failed(TargetRecord target) {
        return new Row().add(Mark.Tone.BAD, "  ✘ ").bold(target.target() + "  ").add(target.cause());
    }

    private Row running(TargetRecord target) {
        String time = target.started().map(this::since).map(Elapsed::of).orElse("");
        String what = target.status() == TargetStatus.CHECKING ? "  at the gate" : "";
        return new Row()
                .add(Mark.Tone.BUSY, "  " + Spinner.at(tick) + " ")
                .add(target.target())
                .add(Mark.Tone.QUIET, "  " + time + what + (target.attempt() > 1 ? ", time " + target.attempt() : ""));
    }

    private List<Row> below() {
        List<Row> rows = new ArrayList<>();
        if (report.status() == RolloutStatus.PAUSED) {
            rows.add(Row.of(""));
            rows.add(new Row().add(Mark.Tone.WAITS, "‖ PAUSED: " + report.message()));
            rows.add(Row.of("  keys: c continue (failed targets begin again), A abort, q detach"));
            FleetWords.next(report).forEach(command -> rows.add(new Row().add(Mark.Tone.QUIET, "  or: " + command)));
        } else if (report.status() == RolloutStatus.RUNNING) {
            rows.add(new Row().add(Mark.Tone.QUIET, "  keys: p pause, A abort, q detach"));
        }
        return rows;
    }
}
