package io.slipway.cli.rollouts;

import io.slipway.cli.console.Columns;
import io.slipway.reports.history.CheckHistory;
import io.slipway.reports.history.HistoryReport;
import io.slipway.reports.history.Trend;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Elapsed;
import java.util.List;
import java.util.stream.Collectors;

/** The history of checks for a terminal. */
final class HistoryText {
    private HistoryText() {}

    /** Every check with a mark for each time. */
    static String table(CheckHistory history) {
        if (history.times().isEmpty()) {
            return "it was not validated again yet\n";
        }
        Columns table = Columns.of("CHECK", "TIMES", "TREND");
        history.lines()
                .forEach(line -> table.row(
                        line.name(), marks(line.results()), line.trend().word()));
        CheckHistory.Time first = history.times().getFirst();
        CheckHistory.Time last = history.times().getLast();
        return table.text() + "\n" + Counts.plural(history.times().size(), "time") + ", from "
                + HistoryReport.when(first.at()) + " to " + HistoryReport.when(last.at()) + " UTC\n";
    }

    /** The times themselves, the latest first, with how many checks did not hold. */
    static String times(HistoryReport report) {
        Columns table = Columns.of("WHEN (UTC)", "WHAT", "ENDED", "TOOK", "NOT HELD", "ROLLOUT");
        List<CheckHistory.Time> times = report.checks().times();
        for (int i = times.size() - 1; i >= 0; i--) {
            CheckHistory.Time time = times.get(i);
            table.row(
                    HistoryReport.when(time.at()),
                    HistoryReport.kind(time),
                    time.status().word(),
                    Elapsed.of(time.seconds()),
                    String.valueOf(report.failed(i).size()),
                    time.rollout());
        }
        return table.text();
    }

    /** What is different from the time before, a line each; empty when nothing is. */
    static List<String> news(CheckHistory history) {
        return List.of(Trend.NEW_FAILURE, Trend.FLAPPING, Trend.STILL_FAILING, Trend.CURED).stream()
                .flatMap(trend -> history.of(trend).stream())
                .map(line -> line.trend().word() + "  " + line.name()
                        + (line.trend() == Trend.CURED || line.seen().isEmpty() ? "" : " (" + line.seen() + ")"))
                .toList();
    }

    private static String marks(List<CheckHistory.Result> results) {
        return results.stream().map(result -> HistoryReport.mark(result).sign()).collect(Collectors.joining());
    }
}
