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

/** Milliseconds a step of 200 one after another, on a tuned server that keeps its data in memory. */
public final class SequentialStepRow implements Row {
    private static final int STEPS = 200;
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
                Contestant slipway = new Rollouts(server.service(), lab.work().resolve("sequential"));
                Contestant bare = new BareActivities(server.service())) {
            List<Double> ours = new ArrayList<>();
            List<Double> peers = new ArrayList<>();
            for (int i = 0; i < WARM_UP + lab.runs(); i++) {
                double step = slipway.run(STEPS).millisPerStep();
                double activity = bare.run(STEPS).millisPerStep();
                if (i >= WARM_UP) {
                    ours.add(step);
                    peers.add(activity);
                }
            }
            Figures steps = Figures.of(ours);
            Figures activities = Figures.of(peers);
            lab.say("slipway, ms a step", steps);
            lab.say("bare loop, ms an activity", activities);
            return List.of(Line.atMost(
                    "sequential step, tuned server in memory, ms",
                    String.format(Locale.ROOT, "%.2f", steps.median()),
                    String.format(Locale.ROOT, "bare SDK %.2f", activities.median()),
                    steps.median(),
                    OF_BARE * activities.median(),
                    "ms"));
        }
    }
}
