package io.slipway.reports.words;

import io.slipway.reports.Report;

/** How long a rollout took, for people: the times between its runs are not counted, but told. */
public final class Worked {
    private Worked() {}

    /** Such as {@code 12.3 s}, or {@code 12.3 s (2 runs, 8h 02m between them)}. */
    public static String of(Report report) {
        String runs = runs(report);
        return Elapsed.of(report.seconds()) + (runs.isEmpty() ? "" : " (" + runs + ")");
    }

    /** What the time means, beside it: {@code from start to end}, {@code so far}, or how many runs it was. */
    public static String meaning(Report report) {
        String runs = runs(report);
        return !runs.isEmpty() ? runs : report.finished().isPresent() ? "from start to end" : "so far";
    }

    /** Empty when there was one run, or hardly a moment between them. */
    private static String runs(Report report) {
        return report.idle() < 1 ? "" : report.runs() + " runs, " + Elapsed.of(report.idle()) + " between them";
    }
}
