package io.slipway.reports.history;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The checks of a pipeline over the times it was rolled out or looked at. A wait, or a validation that came to no check,
 * counts as one.
 *
 * @param times the times, the oldest first
 * @param lines a line for each check, those with something to tell first
 */
public record CheckHistory(List<Time> times, List<Line> lines) {
    public CheckHistory {
        times = List.copyOf(times);
        lines = List.copyOf(lines);
    }

    /** The verbs that look; what other steps do is no check. */
    private static final Set<String> LOOKS = Set.of("waitReady", "validate");

    /**
     * A time it was looked at.
     *
     * @param rollout id of the rollout or re-validation
     * @param at when it started
     * @param status how it ended
     * @param seconds how long it took
     * @param looks whether it only looked; else it was a rollout
     */
    public record Time(String rollout, Optional<Instant> at, RolloutStatus status, double seconds, boolean looks) {
        /** Whether all checks of its kind were asked: a rollout that fails or is ended may not come to them. */
        boolean isWhole() {
            return looks || status == RolloutStatus.SUCCEEDED;
        }
    }

    /**
     * One check over the times.
     *
     * @param step its step
     * @param check its name; empty for a step without checks
     * @param results how it came out, one for each time
     * @param trend what the last time tells beside those before
     * @param seen what was seen the last time
     * @param said what was seen each time that it did not hold; else empty
     */
    public record Line(String step, String check, List<Result> results, Trend trend, String seen, List<String> said) {
        public Line {
            results = List.copyOf(results);
            said = List.copyOf(said);
        }

        /** The check for people. */
        public String name() {
            return check.isEmpty() ? step : step + ": " + check;
        }

        private Line still() {
            return new Line(step, check, results, Trend.STILL_FAILING, seen, said);
        }
    }

    /** How a check came out. */
    public enum Result {
        PASSED,
        WARNED,
        FAILED,
        ABSENT
    }

    /**
     * The history that reports tell.
     *
     * @param reports of one pipeline on one target, the oldest first
     * @param looks whether a report is that of a re-validation
     */
    public static CheckHistory of(List<Report> reports, Predicate<Report> looks) {
        Map<List<String>, Cells> cells = new LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            int time = i;
            reports.get(i).steps().stream()
                    .filter(step -> LOOKS.contains(step.verb()))
                    .forEach(step -> add(step, time, reports.size(), cells));
        }
        List<Time> times = reports.stream()
                .map(report -> new Time(
                        report.rollout(), report.started(), report.status(), report.seconds(), looks.test(report)))
                .toList();
        List<Line> lines = new ArrayList<>();
        cells.forEach((key, all) -> lines.add(all.line(key.getFirst(), key.getLast(), times)));
        lines.removeIf(line -> line.results().stream().allMatch(Result.ABSENT::equals));
        lines.sort(Comparator.comparing(Line::trend));
        return new CheckHistory(times, lines);
    }

    /** The same, in which a check that did not hold at the end of this rollout already is no new failure. */
    public CheckHistory after(Report rollout) {
        CheckHistory then = of(List.of(rollout), report -> false);
        List<Line> told = lines.stream()
                .map(line -> line.trend() == Trend.NEW_FAILURE && then.failed(line) ? line.still() : line)
                .sorted(Comparator.comparing(Line::trend))
                .toList();
        return new CheckHistory(times, told);
    }

    private boolean failed(Line other) {
        return lines.stream()
                .anyMatch(line ->
                        line.name().equals(other.name()) && line.results().getLast() == Result.FAILED);
    }

    private static void add(StepReport step, int time, int times, Map<List<String>, Cells> cells) {
        if (step.checks().isEmpty()) {
            String why = step.failure().map(Failure::message).orElse("");
            cells.computeIfAbsent(List.of(step.step(), ""), key -> new Cells(times))
                    .put(time, of(step.status()), why);
        }
        for (CheckReport check : step.checks()) {
            cells.computeIfAbsent(List.of(step.step(), check.name()), key -> new Cells(times))
                    .put(time, of(check), check.seen());
        }
    }

    private static Result of(CheckReport check) {
        return check.failed() ? Result.FAILED : check.warned() ? Result.WARNED : Result.PASSED;
    }

    private static Result of(StepStatus status) {
        return switch (status) {
            case SUCCEEDED -> Result.PASSED;
            case FAILED -> Result.FAILED;
            case PENDING, RUNNING, RETRYING, PAUSED, SKIPPED, UNDONE -> Result.ABSENT;
        };
    }

    /** The lines of one trend. */
    public List<Line> of(Trend trend) {
        return lines.stream().filter(line -> line.trend() == trend).toList();
    }
}
