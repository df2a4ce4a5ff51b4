package io.slipway.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Milliseconds a sequential step, beginning and end of the rollout included. */
final class Overhead {
    /** At most so many milliseconds a step, by the median. */
    private static final double TARGET = 2.0;

    private Overhead() {}

    /** Prints the figures; returns whether the target is met. */
    static boolean measure(Bench.Plan plan, Contestant slipway, Contestant bare, PrintStream out)
            throws InterruptedException {
        out.println();
        out.printf(
                Locale.ROOT,
                "A sequential step, ms: %d steps a run, %d runs by turns after a warm-up, nothing subtracted.%n",
                plan.steps(),
                plan.runs());
        out.println("The steps' verb does nothing but goes through the envelope of every verb (activity, journal on");
        out.println(
                "disk, heartbeat, masking); the peer is a hand-written workflow with an activity that does nothing.");
        List<List<Double>> millis = Bench.byTurns(plan, List.of(slipway, bare));
        Figures ours = Figures.of(millis.get(0));
        Figures peers = Figures.of(millis.get(1));
        out.println(Bench.line(slipway.name(), ours));
        out.println(Bench.line(bare.name(), peers));
        boolean met = ours.median() <= TARGET;
        out.printf(
                Locale.ROOT,
                "  target         median at most %.1f ms: %s; %.2f times bare Temporal%n",
                TARGET,
                met ? "met" : "MISSED",
                ours.median() / peers.median());
        return met;
    }
}
