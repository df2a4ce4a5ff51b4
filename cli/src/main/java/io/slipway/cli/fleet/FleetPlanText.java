package io.slipway.cli.fleet;

import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.reports.words.Counts;
import io.slipway.reports.words.Elapsed;
import java.util.List;
import java.util.stream.Collectors;

/** The plan of a fleet for people. */
final class FleetPlanText {
    private static final int SHOWN = 6;

    private FleetPlanText() {}

    static String of(FleetPlan plan) {
        StringBuilder text = new StringBuilder("fleet " + plan.fleet() + ": pipeline " + plan.pipeline() + " on "
                + Counts.plural(plan.targets().size(), "target") + ", " + plan.parallel() + " at once\n");
        plan.waves()
                .forEach(wave -> text.append("  wave ")
                        .append(wave.number())
                        .append(" (")
                        .append(wave.share())
                        .append("): ")
                        .append(wave.targets().size())
                        .append("  ")
                        .append(names(wave.targets()))
                        .append('\n'));
        text.append("  ").append(limit(plan.maxFailures()));
        plan.gate().ifPresent(gate -> text.append("; after each wave it ").append(after(gate)));
        return text.append('\n').toString();
    }

    private static String limit(int failures) {
        return failures == 0
                ? "stops at the first failed target"
                : "stops when more than " + Counts.plural(failures, "target") + " failed";
    }

    private static String after(FleetPlan.Gate gate) {
        String checks = gate.revalidate() ? "repeats the checks" : "checks nothing";
        return gate.after().isZero()
                ? checks
                : "waits " + Elapsed.of((double) gate.after().toSeconds()) + ", then " + checks;
    }

    private static String names(List<FleetTarget> targets) {
        String names = targets.stream().limit(SHOWN).map(FleetTarget::name).collect(Collectors.joining(", "));
        return targets.size() > SHOWN ? names + ", …, " + targets.getLast().name() : names;
    }
}
