package io.slipway.cli.live;

import io.slipway.model.journal.StepStatus;
import io.slipway.reports.StageReport;
import io.slipway.reports.StepReport;
import io.slipway.reports.TryReport;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stage of the live tree with its steps. */
record StageRows(Frame frame, StageReport stage) {
    private static final int WIDEST_NAME = 32;

    List<Row> rows(boolean folded, boolean openStepsOnly) {
        List<Row> rows = new ArrayList<>();
        rows.add(heading(folded));
        if (folded) {
            return rows;
        }
        int width = stage.steps().stream()
                .mapToInt(step -> Math.min(WIDEST_NAME, step.step().length()))
                .max()
                .orElse(1);
        int hidden = 0;
        for (StepReport step : stage.steps()) {
            if (openStepsOnly && (step.status().closed() && step.status() != StepStatus.FAILED || isPending(step))) {
                hidden++;
            } else {
                rows.add(step(step, width));
            }
        }
        if (hidden > 0) {
            rows.add(new Row().add(Mark.Tone.QUIET, "    " + hidden + " more steps"));
        }
        return rows;
    }

    private static boolean isPending(StepReport step) {
        return step.status() == StepStatus.PENDING;
    }

    private Row heading(boolean folded) {
        Mark mark = Mark.of(stage.status());
        String steps = folded ? "  " + stage.steps().size() + (stage.steps().size() == 1 ? " step" : " steps") : "";
        String time = stage.seconds() > 0 && stage.status().closed() ? "  " + Elapsed.of(stage.seconds()) : "";
        return new Row()
                .add(mark.tone(), sign(stage.status()) + " ")
                .bold(stage.stage())
                .add(Mark.Tone.QUIET, time + steps);
    }

    private Row step(StepReport step, int width) {
        Mark mark = Mark.of(step.status());
        String name =
                step.step().length() <= WIDEST_NAME ? step.step() : step.step().substring(0, WIDEST_NAME - 1) + "…";
        Row row = new Row()
                .add("  ")
                .add(mark.tone(), sign(step.status()) + " ")
                .add(String.format(Locale.ROOT, "%-" + width + "s ", name))
                .add(Mark.Tone.QUIET, String.format(Locale.ROOT, "%-10s %7s  ", step.verb(), elapsed(step)));
        if (step.tries().size() > 1) {
            row.add(Mark.Tone.WAITS, "try " + step.tries().getLast().attempt() + "  ");
        }
        return switch (step.status()) {
            case FAILED, PAUSED -> row.add(mark.tone(), said(step));
            case PENDING, RUNNING, RETRYING, SUCCEEDED, SKIPPED, UNDONE -> row.add(said(step));
        };
    }

    private String said(StepReport step) {
        return switch (step.status()) {
            case RUNNING -> frame.progress().getOrDefault(step.step(), "");
            case RETRYING -> step.reason().isEmpty() ? "waiting for the next try: " + step.summary() : step.reason();
            case PENDING -> "";
            case PAUSED, FAILED ->
                step.failure()
                        .map(failure -> failure.message() + (failure.cause().isEmpty() ? "" : ": " + failure.cause()))
                        .orElse(step.reason());
            case SUCCEEDED, SKIPPED, UNDONE -> step.said();
        };
    }

    private String elapsed(StepReport step) {
        if (step.tries().isEmpty() || step.kept()) {
            return "";
        }
        TryReport first = step.tries().getFirst();
        boolean underWay = step.status() == StepStatus.RUNNING || step.status() == StepStatus.RETRYING;
        return Elapsed.of(underWay ? frame.since(first.started()) : step.seconds());
    }

    private String sign(StepStatus status) {
        return status == StepStatus.RUNNING
                ? Spinner.at(frame.tick())
                : Mark.of(status).sign();
    }
}
