package io.slipway.reports.html;

import io.slipway.model.journal.Gap;
import io.slipway.reports.Report;
import io.slipway.reports.StageReport;
import io.slipway.reports.StepReport;
import io.slipway.reports.TryReport;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of the timeline, in units of its own: a row for each stage and each step that started, a bar for each
 * try.
 *
 * @param height of the whole picture
 * @param ticks the axis
 * @param rows from top to bottom
 */
public record Timeline(int height, List<Tick> ticks, List<Row> rows) {
    /** Where the bars begin, right of the names. */
    public static final int LEFT = 250;
    /** How wide the plot is. */
    public static final int WIDTH = 730;

    private static final int TOP = 30;
    private static final int ROW = 22;

    /** A mark on the axis. */
    public record Tick(double x, String label) {}

    /** A name and its bars; {@code y} is the top. */
    public record Row(String name, boolean stage, int y, List<Bar> bars) {}

    /** One try; {@code css} is the class that gives its colour, {@code title} what hovering shows. */
    public record Bar(double x, double width, String css, String title) {}

    /** The timeline of a report; empty when nothing has started. */
    public static Timeline of(Report report) {
        if (report.started().isEmpty() || report.seconds() <= 0) {
            return new Timeline(0, List.of(), List.of());
        }
        Scale scale = new Scale(report.started().get(), report.seconds(), report.gaps());
        List<Row> rows = new ArrayList<>();
        for (StageReport stage : report.stages()) {
            addStage(rows, stage, scale);
        }
        return new Timeline(TOP + rows.size() * ROW + 6, scale.ticks(), rows);
    }

    private static void addStage(List<Row> rows, StageReport stage, Scale scale) {
        List<StepReport> started =
                stage.steps().stream().filter(step -> !step.tries().isEmpty()).toList();
        if (started.isEmpty()) {
            return;
        }
        rows.add(new Row(stage.stage(), true, y(rows), List.of()));
        for (StepReport step : started) {
            List<Bar> bars = step.tries().stream()
                    .map(attempt -> scale.bar(step, attempt))
                    .toList();
            rows.add(new Row(cut(step.step()), false, y(rows), bars));
        }
    }

    private static int y(List<Row> rows) {
        return TOP + rows.size() * ROW;
    }

    private static String cut(String name) {
        return name.length() <= 32 ? name : name.substring(0, 31) + "…";
    }

    /** Seconds to units; the times between runs take no room. */
    private record Scale(Instant start, double seconds, List<Gap> gaps) {
        private static final double[] STEPS = {
            0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400
        };

        double x(double second) {
            return tenth(LEFT + WIDTH * Math.clamp(second / seconds, 0, 1));
        }

        Bar bar(StepReport step, TryReport attempt) {
            Duration since = Duration.between(start, attempt.started());
            double from =
                    since.minus(Gap.within(gaps, start, attempt.started())).toMillis() / 1000.0;
            double left = x(from);
            double width = Math.max(2.5, x(from + attempt.seconds()) - left);
            String title = step.step() + " (" + step.verb() + "), try " + attempt.attempt() + ": "
                    + Mark.of(attempt.status()).word() + "\nstarts at "
                    + Elapsed.of(Math.max(0, from)) + ", takes " + Elapsed.of(attempt.seconds())
                    + (attempt.summary().isEmpty() ? "" : "\n" + attempt.summary());
            String css = Mark.of(attempt.status()).tone().css();
            return new Bar(Math.min(left, LEFT + WIDTH - width), tenth(width), css, title);
        }

        List<Tick> ticks() {
            double step = STEPS[STEPS.length - 1];
            for (double candidate : STEPS) {
                if (seconds / candidate <= 8) {
                    step = candidate;
                    break;
                }
            }
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i * step <= seconds; i++) {
                ticks.add(new Tick(x(i * step), label(i * step)));
            }
            return List.copyOf(ticks);
        }

        private static String label(double second) {
            return second < 60 && second % 1 == 0 ? (long) second + " s" : Elapsed.of(second);
        }

        private static double tenth(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
