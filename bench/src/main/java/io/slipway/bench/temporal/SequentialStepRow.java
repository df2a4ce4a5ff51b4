package io.slipway.bench.temporal;

import io.slipway.bench.BareActivities;
import io.slipway.bench.Contestant;
import io.slipway.bench.Figures;
import io.slipway.bench.Rollouts;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Milliseconds a step of 200 one after another, on a tuned server that keeps its data in memory; beside a bare loop with as
 * many activities: the steps, and those that plan a rollout and end it, counted in a rollout's history.
 */
public final class SequentialStepRow implements Row {
    private static final int STEPS = 200;
    private static final int FEW = 2;
    private static final int WARM_UP = 10;
    private static final double OF_BARE = 1.2;

    @Override
    public String name() {
        return "sequential step";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.TEMPORAL);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        try (MemoryServer server = MemoryServer.start(lab);
                Rollouts slipway = new Rollouts(server.service(), lab.work().resolve("sequential"));
                Contestant bare = new BareActivities(server.service())) {
            List<Double> ours = new ArrayList<>();
            List<Double> peers = new ArrayList<>();
            int activities = STEPS + new Histories(server.service()).activities(slipway.once(FEW)) - FEW;
            for (int i = 0; i < WARM_UP + lab.runs(); i++) {
                double step = slipway.run(STEPS).millisPerStep();
                double asMany = bare.run(activities).millisPerStep() * activities / STEPS;
                if (i >= WARM_UP) {
                    ours.add(step);
                    peers.add(asMany);
                }
            }
            Figures steps = Figures.of(ours);
            Figures loop = Figures.of(peers);
            lab.say("slipway, ms a step", steps);
            lab.say("bare loop of " + activities + " activities, ms a step", loop);
            return List.of(Line.atMost(
                    "sequential step, tuned server in memory, ms",
                    String.format(Locale.ROOT, "%.2f", steps.median()),
                    String.format(Locale.ROOT, "bare SDK %.2f with as many activities", loop.median()),
                    steps.median(),
                    OF_BARE * loop.median(),
                    "ms"));
        }
    }
}
