package io.slipway.cli.live;

import io.slipway.model.journal.Gap;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.Report;
import io.slipway.reports.StageReport;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Elapsed;
import io.slipway.reports.words.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One picture of the live tree. Pure: the same moment on the same screen gives the same rows.
 *
 * @param report the rollout without its evidence
 * @param progress what running steps say
 * @param now the time
 * @param tick counts pictures; turns the spinners
 */
record Frame(Report report, Map<String, String> progress, Instant now, int tick) {

    static Frame of(Progress.Snapshot snapshot, Instant now, int tick) {
        Report report = Report.of(snapshot.journal(), snapshot.plan(), hash -> Optional.empty());
        return new Frame(report, snapshot.progress(), now, tick);
    }

    /**
     * The rows.
     *
     * @param width columns to which text is wrapped that must be read whole
     * @param height how many rows at most
     */
    List<Row> rows(int width, int height) {
        List<Row> rows = new ArrayList<>();
        rows.add(header());
        List<Row> below = new PauseBanner(report, width).rows();
        for (Detail detail : Detail.values()) {
            List<Row> tree = tree(detail);
            if (1 + tree.size() + below.size() <= height) {
                rows.addAll(tree);
                rows.addAll(below);
                return rows;
            }
        }
        List<Row> tree = tree(Detail.OPEN_STEPS);
        int room = Math.max(1, height - 2 - below.size());
        rows.addAll(tree.subList(0, Math.min(room, tree.size())));
        rows.add(new Row().add(Mark.Tone.QUIET, "  … " + Counts.plural(tree.size() - room, "more line")));
        rows.addAll(below);
        return rows.size() <= height ? rows : rows.subList(0, height);
    }

    /** How much is shown, from everything to what fits a small screen. */
    enum Detail {
        ALL,
        FINISHED_STAGES_FOLDED,
        ONLY_OPEN_STAGES,
        OPEN_STEPS
    }

    private Row header() {
        Mark mark = Mark.of(report.status());
        double seconds = report.started().map(this::since).orElse(0.0);
        if (report.finished().isPresent()) {
            seconds = report.seconds();
        }
        String sign = report.status() == RolloutStatus.RUNNING ? Spinner.at(tick) : mark.sign();
        Row row = new Row()
                .add(mark.tone(), sign + " ")
                .bold(report.pipeline())
                .add(mark.tone(), " " + mark.word())
                .add(" on " + report.target() + "  " + Elapsed.of(seconds));
        return report.simulated() ? row.add(Mark.Tone.WAITS, "  SIMULATION (sandbox)") : row;
    }

    /** How long it is since then, without the times between runs. */
    double since(Instant start) {
        Duration worked = Duration.between(start, now).minus(Gap.within(report.gaps(), start, now));
        return Math.max(0, worked.toMillis() / 1000.0);
    }

    private List<Row> tree(Detail detail) {
        List<Row> rows = new ArrayList<>();
        int finished = 0;
        int pending = 0;
        for (StageReport stage : report.stages()) {
            boolean open = isOpen(stage.status());
            if (detail.compareTo(Detail.ONLY_OPEN_STAGES) >= 0 && !open) {
                finished += stage.status() == StepStatus.PENDING ? 0 : 1;
                pending += stage.status() == StepStatus.PENDING ? 1 : 0;
                continue;
            }
            boolean folded = detail == Detail.FINISHED_STAGES_FOLDED && !open;
            rows.addAll(new StageRows(this, stage).rows(folded, detail == Detail.OPEN_STEPS));
        }
        if (finished > 0) {
            rows.addFirst(new Row().add(Mark.Tone.GOOD, "✔ ").add(Counts.plural(finished, "stage") + " done"));
        }
        if (pending > 0) {
            rows.add(new Row().add(Mark.Tone.QUIET, "· " + Counts.plural(pending, "stage") + " to come"));
        }
        return rows;
    }

    private static boolean isOpen(StepStatus status) {
        return switch (status) {
            case RUNNING, RETRYING, PAUSED, FAILED -> true;
            case PENDING, SUCCEEDED, SKIPPED, UNDONE -> false;
        };
    }
}
