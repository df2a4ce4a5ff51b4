package io.slipway.reports.history;

import io.slipway.reports.history.CheckHistory.Line;
import io.slipway.reports.history.CheckHistory.Result;
import io.slipway.reports.words.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The history of a pipeline's checks on a target, as a page shows it.
 *
 * @param pipeline name of the pipeline
 * @param target name of the target
 * @param simulated whether the target is the sandbox
 * @param checks the checks over the times
 */
public record HistoryReport(String pipeline, String target, boolean simulated, CheckHistory checks) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /** A time for people, in UTC. */
    public static String when(Optional<Instant> at) {
        return at.map(WHEN::format).orElse("?");
    }

    /** What a time was. */
    public static String kind(CheckHistory.Time time) {
        return time.looks() ? "re-validation" : "rollout";
    }

    /** How a check came out, for people. */
    public static Mark mark(Result result) {
        return switch (result) {
            case PASSED -> new Mark("✔", "held", Mark.Tone.GOOD);
            case WARNED -> new Mark("!", "warned", Mark.Tone.WAITS);
            case FAILED -> new Mark("✘", "did not hold", Mark.Tone.BAD);
            case ABSENT -> new Mark("·", "not asked", Mark.Tone.QUIET);
        };
    }

    /** The tone of a trend. */
    public static Mark.Tone tone(Trend trend) {
        return switch (trend) {
            case NEW_FAILURE, STILL_FAILING -> Mark.Tone.BAD;
            case FLAPPING -> Mark.Tone.WAITS;
            case CURED -> Mark.Tone.GOOD;
            case STEADY, GONE -> Mark.Tone.QUIET;
        };
    }

    /** The lines with something to tell of the last time. */
    public List<Line> news() {
        return checks.lines().stream()
                .filter(line -> line.trend() != Trend.STEADY && line.trend() != Trend.GONE)
                .toList();
    }

    /** The checks that did not hold at a time. */
    public List<Line> failed(int time) {
        return checks.lines().stream()
                .filter(line -> line.results().get(time) == Result.FAILED)
                .toList();
    }

    /** How many checks have a trend. */
    public int count(Trend trend) {
        return checks.of(trend).size();
    }

    /** What was seen of one check at a time, for those who point at it. */
    public String told(Line line, int time) {
        CheckHistory.Time when = checks.times().get(time);
        String said = line.said().get(time);
        return when(when.at()) + " UTC, " + kind(when) + " " + when.rollout() + ": "
                + mark(line.results().get(time)).word() + (said.isEmpty() ? "" : ": " + said);
    }
}
