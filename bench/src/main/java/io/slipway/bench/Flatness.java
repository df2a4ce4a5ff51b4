package io.slipway.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Milliseconds a step along one long rollout: the last steps must cost what the first did. */
final class Flatness {
    /** What grows with the length grows far beyond this; less is the noise of a machine that does other things. */
    private static final double TARGET = 1.5;

    private Flatness() {}

    /** Prints the windows; returns whether the time is flat. */
    static boolean measure(Bench.Plan plan, Contestant slipway, Contestant bare, PrintStream out)
            throws InterruptedException {
        out.println();
        out.printf(
                Locale.ROOT,
                "A step along one rollout of %d, ms in windows of %d (slipway continues as new when the server says so):%n",
                plan.longSteps(),
                plan.window());
        Sample ours = slipway.run(plan.longSteps());
        Sample peers = bare.run(plan.longSteps());
        out.println(Bench.line("from step", slipway.name() + "   " + bare.name()));
        for (int first = 0; first < plan.longSteps(); first += plan.window()) {
            out.printf(
                    Locale.ROOT,
                    "  %-14d %7.2f   %7.2f%n",
                    first,
                    ours.millisPerStep(first, plan.window()),
                    peers.millisPerStep(first, plan.window()));
        }
        double grown = growth(ours, plan);
        boolean met = grown <= TARGET;
        out.printf(
                Locale.ROOT,
                "  target         median window of the later half at most %.1f times that of the earlier: %s%n",
                TARGET,
                met ? "met" : "MISSED");
        out.printf(Locale.ROOT, "                 slipway %.2f, bare Temporal %.2f%n", grown, growth(peers, plan));
        return met;
    }

    private static double growth(Sample sample, Bench.Plan plan) {
        int half = plan.longSteps() / 2;
        return median(sample, plan, half) / median(sample, plan, 0);
    }

    private static double median(Sample sample, Bench.Plan plan, int from) {
        List<Double> windows = new ArrayList<>();
        for (int first = from; first < from + plan.longSteps() / 2; first += plan.window()) {
            windows.add(sample.millisPerStep(first, plan.window()));
        }
        return Figures.of(windows).median();
    }
}
