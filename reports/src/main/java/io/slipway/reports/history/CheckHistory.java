package io.slipway.reports.history;

import io.slipway.model.journal.StepStatus;
import io.slipway.reports.CheckReport;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of a pipeline over the times it was looked at. A step without checks, such as a wait, counts as one.
 *
 * @param times the times, the oldest first
 * @param lines a line for each check, those with something to tell first
 */
public record CheckHistory(List<Time> times, List<Line> lines) {
    public CheckHistory {
        times = List.copyOf(times);
        lines = List.copyOf(lines);
    }

    /** A time it was looked at. */
    public record Time(String rollout, Optional<Instant> at) {}

    /**
     * One check over the times.
     *
     * @param step its step
     * @param check its name; empty for a step without checks
     * @param results how it came out, one for each time
     * @param trend what the last time tells beside those before
     * @param seen what was seen the last time
     */
    public record Line(String step, String check, List<Result> results, Trend trend, String seen) {
        public Line {
            results = List.copyOf(results);
        }

        /** The check for people. */
        public String name() {
            return check.isEmpty() ? step : step + ": " + check;
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
     */
    public static CheckHistory of(List<Report> reports) {
        Map<List<String>, Result[]> results = new LinkedHashMap<>();
        Map<List<String>, String> seen = new LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            int time = i;
            reports.get(i).steps().forEach(step -> add(step, time, reports.size(), results, seen));
        }
        List<Line> lines = new ArrayList<>();
        results.forEach((key, all) -> lines.add(new Line(
                key.getFirst(), key.getLast(), List.of(all), Trend.of(List.of(all)), seen.getOrDefault(key, ""))));
        lines.sort(java.util.Comparator.comparing(Line::trend));
        return new CheckHistory(
                reports.stream()
                        .map(report -> new Time(report.rollout(), report.started()))
                        .toList(),
                lines);
    }

    private static void add(
            StepReport step, int time, int times, Map<List<String>, Result[]> results, Map<List<String>, String> seen) {
        if (step.checks().isEmpty()) {
            put(List.of(step.step(), ""), of(step.status()), time, times, results);
            step.failure().ifPresent(failure -> seen.put(List.of(step.step(), ""), failure.message()));
        }
        for (CheckReport check : step.checks()) {
            List<String> key = List.of(step.step(), check.name());
            put(key, of(check), time, times, results);
            seen.put(key, check.seen());
        }
    }

    private static void put(List<String> key, Result result, int time, int times, Map<List<String>, Result[]> results) {
        results.computeIfAbsent(key, name -> {
            Result[] none = new Result[times];
            java.util.Arrays.fill(none, Result.ABSENT);
            return none;
        })[time] = result;
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
