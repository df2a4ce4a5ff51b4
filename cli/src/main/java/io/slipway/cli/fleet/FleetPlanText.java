package io.slipway.cli.fleet;

import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.fleet.FleetTarget;
import java.util.List;
import java.util.stream.Collectors;

/** The plan of a fleet for people. */
final class FleetPlanText {
    private static final int SHOWN = 6;

    private FleetPlanText() {}

    static String of(FleetPlan plan) {
        StringBuilder text = new StringBuilder("fleet " + plan.fleet() + ": pipeline " + plan.pipeline() + " on "
                + plan.targets().size() + " targets, " + plan.parallel() + " at once\n");
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
        text.append("  stops when more than ").append(plan.maxFailures()).append(" have failed");
        plan.gate()
                .ifPresent(gate -> text.append("; after each wave ")
                        .append(
                                gate.after().isZero()
                                        ? ""
                                        : "a rest of " + gate.after().toSeconds() + " s, then ")
                        .append(gate.revalidate() ? "its checks again" : "no checks"));
        return text.append('\n').toString();
    }

    private static String names(List<FleetTarget> targets) {
        String names = targets.stream().limit(SHOWN).map(FleetTarget::name).collect(Collectors.joining(", "));
        return targets.size() > SHOWN ? names + ", …, " + targets.getLast().name() : names;
    }
}
