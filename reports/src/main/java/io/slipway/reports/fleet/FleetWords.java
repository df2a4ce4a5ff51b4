package io.slipway.reports.fleet;

import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.reports.words.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words and signs for fleets, the same in all renderings. */
public final class FleetWords {
    private FleetWords() {}

    /** The mark of a target. */
    public static Mark mark(TargetStatus status) {
        return switch (status) {
            case PENDING -> new Mark("·", "not begun", Mark.Tone.QUIET);
            case RUNNING -> new Mark("▶", "running", Mark.Tone.BUSY);
            case CHECKING -> new Mark("?", "at the gate", Mark.Tone.BUSY);
            case SUCCEEDED -> new Mark("✔", "succeeded", Mark.Tone.GOOD);
            case FAILED -> new Mark("✘", "failed", Mark.Tone.BAD);
            case SKIPPED -> new Mark("–", "skipped", Mark.Tone.QUIET);
        };
    }

    /** {@code 20 succeeded, 1 failed}: those that there are. */
    public static String counts(FleetReport report) {
        return Arrays.stream(TargetStatus.values())
                .filter(status -> report.count(status) > 0)
                .map(status -> report.count(status) + " " + mark(status).word())
                .collect(Collectors.joining(", "));
    }

    /** The same for a wave. */
    public static String counts(FleetReport.Wave wave) {
        return Arrays.stream(TargetStatus.values())
                .filter(status -> wave.count(status) > 0)
                .map(status -> wave.count(status) + " " + mark(status).word())
                .collect(Collectors.joining(", "));
    }

    /** What the gate of a wave says; empty without one, and for a wave that has not come to it. */
    public static String gate(FleetReport report, FleetReport.Wave wave) {
        boolean come =
                wave.targets().stream().allMatch(target -> target.status().ended());
        if (wave.gatePassed().isEmpty() || !come) {
            return "";
        }
        if (wave.gatePassed().get()) {
            return "gate passed";
        }
        return report.status() == RolloutStatus.RUNNING ? "at the gate before the next wave" : "gate not passed";
    }

    /** What a person may type next. */
    public static List<String> next(FleetReport report) {
        boolean failed = !report.failed().isEmpty();
        if (report.status() == RolloutStatus.PAUSED) {
            return failed
                    ? List.of(
                            "slipway fleet continue " + report.id(),
                            "slipway fleet continue " + report.id() + " --skip "
                                    + report.failed().getFirst().target(),
                            "slipway fleet abort " + report.id())
                    : List.of("slipway fleet continue " + report.id(), "slipway fleet abort " + report.id());
        }
        return report.status() == RolloutStatus.FAILED ? List.of("slipway fleet continue " + report.id()) : List.of();
    }
}
