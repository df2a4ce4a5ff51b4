package io.slipway.reports.words;

import io.slipway.model.journal.Ahead;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepStatus;
import io.slipway.reports.Report;
import io.slipway.reports.StepReport;
import java.util.ArrayList;
import java.util.List;

/** The commands that move a paused rollout on. */
public final class Decide {
    private Decide() {}

    /** Commands to type, the most natural first; empty when nothing waits for a person. */
    public static List<String> commands(Report report) {
        if (report.status() != RolloutStatus.PAUSED) {
            return List.of();
        }
        List<String> commands = new ArrayList<>();
        report.steps().stream()
                .filter(step -> step.status() == StepStatus.PAUSED)
                .forEach(step -> commands.addAll(commands(report.rollout(), step)));
        commands.add("slipway amend " + report.rollout() + "  # after the pipeline was corrected");
        commands.add("slipway abort " + report.rollout());
        return List.copyOf(commands);
    }

    private static List<String> commands(String rollout, StepReport step) {
        String tail = " " + rollout + " " + typed(step.step());
        return !step.verb().equals("approve")
                ? List.of("slipway retry" + tail, "slipway skip" + tail)
                : List.of("slipway approve" + tail + plan(step), "slipway skip" + tail);
    }

    /** An element of a loop has brackets in its name, which are a pattern of files to some shells. */
    private static String typed(String step) {
        return step.contains("[") ? "'" + step + "'" : step;
    }

    /** Typed as it stands, the command approves what the report shows, and nothing else. */
    private static String plan(StepReport step) {
        return Ahead.of(step.outputs())
                .map(Ahead::plan)
                .filter(plan -> !plan.isEmpty())
                .map(plan -> " --plan " + Ahead.name(plan))
                .orElse("");
    }
}
