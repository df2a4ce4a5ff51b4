package io.slipway.cli.live;

import io.slipway.model.journal.Failure;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import io.slipway.reports.words.Asked;
import io.slipway.reports.words.Decide;
import io.slipway.reports.words.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person can do about a paused rollout: keys to press here, or commands for later. As long as this process carries it
 * out, they are refused elsewhere.
 *
 * @param width columns of the screen
 */
record PauseBanner(Report report, int width) {
    private static final int LINES = 12;
    /** Lines of one thing to do; a screen that is small is not for reading. */
    private static final int WRAPPED = 6;

    private static final int INDENT = 6;

    List<Row> rows() {
        List<String> commands = Decide.commands(report);
        List<Row> rows = new ArrayList<>();
        if (commands.isEmpty()) {
            return rows;
        }
        rows.add(Row.of(""));
        wrapped(Mark.Tone.WAITS, "‖ PAUSED: " + waiting(), rows);
        report.steps().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .flatMap(step -> step.failure().stream())
                .findFirst()
                .ifPresent(failure -> tell(failure, rows));
        Asked.of(report).forEach(asked -> tell(asked, rows));
        rows.add(Row.of("  keys: " + keys() + " and then:"));
        commands.forEach(command -> wrapped(Mark.Tone.QUIET, "    " + command, rows));
        return rows;
    }

    /** What somebody is to read or to copy is not cut. */
    private void wrapped(Mark.Tone tone, String text, List<Row> rows) {
        Columns.wrapped(text, width, INDENT, WRAPPED).forEach(line -> rows.add(new Row().add(tone, line)));
    }

    private void tell(Failure failure, List<Row> rows) {
        if (!failure.cause().isEmpty()) {
            wrapped(null, "  cause: " + failure.cause(), rows);
        }
        if (!failure.fix().isEmpty()) {
            wrapped(null, "  fix: " + failure.fix(), rows);
        }
    }

    private static void tell(Asked asked, List<Row> rows) {
        rows.add(Row.of("  " + asked.headline()));
        asked.lines(LINES).forEach(line -> rows.add(new Row().add(Asked.tone(line), "    " + line)));
    }

    private String waiting() {
        List<String> names = report.steps().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .map(StepReport::step)
                .toList();
        return names.isEmpty() ? report.message() : String.join(", ", names) + " is waiting for you";
    }

    private String keys() {
        boolean failed = report.steps().stream()
                .anyMatch(step ->
                        step.status() == StepStatus.PAUSED && !step.verb().equals("approve"));
        return (failed ? "r retry" : "a approve") + ", s skip, q detach";
    }
}
