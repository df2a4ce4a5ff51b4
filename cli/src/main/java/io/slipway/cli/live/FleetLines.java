package io.slipway.cli.live;

import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.fleet.FleetWords;
import io.slipway.reports.words.Mark;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One line for each wave that begins or ends and for each target that fails: for logs, CI systems and pipes. */
public final class FleetLines implements FleetProgress {
    private final PrintStream out;
    private final Set<String> said = new HashSet<>();
    private final Map<String, Integer> failed = new HashMap<>();

    /** Lines on that stream. */
    public FleetLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(FleetReport report) {
        if (report.started().isEmpty()) {
            return;
        }
        once(
                "start",
                "▶ fleet " + report.id() + ": " + report.size() + " targets in "
                        + report.waves().size() + " waves" + (report.simulated() ? ", SIMULATION (sandbox)" : ""));
        report.waves().forEach(wave -> wave(report, wave));
        if (report.status() != RolloutStatus.RUNNING) {
            Mark mark = Mark.of(report.status());
            once(
                    report.status() + " " + report.decisions().size() + " " + report.message(),
                    mark.sign() + " fleet " + mark.word()
                            + (report.message().isEmpty() ? "" : ": " + report.message()));
        }
    }

    private void wave(FleetReport report, FleetReport.Wave wave) {
        if (wave.count(TargetStatus.PENDING) < wave.targets().size()) {
            once(
                    "wave " + wave.wave(),
                    "▶ wave " + wave.wave() + ": " + wave.targets().size() + " targets");
        }
        wave.targets().stream()
                .filter(target -> target.status() == TargetStatus.FAILED)
                .forEach(this::target);
        boolean over =
                wave.targets().stream().allMatch(target -> target.status().ended());
        if (over && !wave.gatePassed().orElse(true)) {
            once("gate " + wave.wave(), "· wave " + wave.wave() + " " + FleetWords.gate(report, wave));
        } else if (over) {
            once(
                    "over " + wave.wave() + FleetWords.counts(wave),
                    FleetWords.mark(wave.status()).sign() + " wave " + wave.wave() + ": " + FleetWords.counts(wave));
        }
    }

    private void target(TargetRecord target) {
        Integer before = failed.put(target.target(), target.attempt());
        if (before == null || before != target.attempt()) {
            out.println("✘ " + target.target() + ": " + target.cause());
        }
    }

    private void once(String key, String line) {
        if (said.add(key)) {
            out.println(line);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
