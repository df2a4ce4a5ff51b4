package io.slipway.cli.rollouts;

import io.slipway.cli.console.Columns;
import io.slipway.reports.history.CheckHistory;
import io.slipway.reports.history.Trend;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The history of checks for a terminal. */
final class HistoryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

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
        return table.text() + "\n" + history.times().size() + " times, from "
                + first.at().map(TIME::format).orElse("?") + " to "
                + last.at().map(TIME::format).orElse("?") + " UTC\n";
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
        return results.stream()
                .map(result -> switch (result) {
                    case PASSED -> "✔";
                    case WARNED -> "!";
                    case FAILED -> "✘";
                    case ABSENT -> "·";
                })
                .collect(Collectors.joining());
    }
}
