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

/** What a person can do about a paused rollout: keys to press here, commands to type elsewhere. */
record PauseBanner(Report report) {
    private static final int LINES = 12;

    List<Row> rows() {
        List<String> commands = Decide.commands(report);
        List<Row> rows = new ArrayList<>();
        if (commands.isEmpty()) {
            return rows;
        }
        rows.add(Row.of(""));
        rows.add(new Row().add(Mark.Tone.WAITS, "‖ PAUSED: " + waiting()));
        report.steps().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .flatMap(step -> step.failure().stream())
                .findFirst()
                .ifPresent(failure -> tell(failure, rows));
        Asked.of(report).forEach(asked -> tell(asked, rows));
        rows.add(Row.of("  keys: " + keys()));
        commands.forEach(command -> rows.add(new Row().add(Mark.Tone.QUIET, "  or: " + command)));
        return rows;
    }

    private static void tell(Failure failure, List<Row> rows) {
        if (!failure.cause().isEmpty()) {
            rows.add(Row.of("  cause: " + failure.cause()));
        }
        if (!failure.fix().isEmpty()) {
            rows.add(Row.of("  fix: " + failure.fix()));
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
        return names.isEmpty() ? report.message() : String.join(", ", names) + " waits for you";
    }

    private String keys() {
        boolean failed = report.steps().stream()
                .anyMatch(step ->
                        step.status() == StepStatus.PAUSED && !step.verb().equals("approve"));
        return (failed ? "r retry" : "a approve") + ", s skip, q detach";
    }
}
