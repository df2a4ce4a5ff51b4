package io.slipway.bench.temporal;

import io.slipway.bench.Figures;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.Row;
import io.slipway.bench.bed.TestBed;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Rollouts of two steps a minute, many at once on one worker, beside workflows of the bare SDK that call as many activities
 * as such a rollout does: the two steps, and those that plan it and keep its journal, counted in a rollout's history.
 *
 * @param server which Temporal server
 */
public record RolloutsRow(Part server) implements Row {
    private static final int STEPS = 2;
    private static final int MANY = 400;
    private static final int AT_ONCE = 50;
    private static final double OF_BARE = 0.8;

    @Override
    public String name() {
        return "rollouts a minute on " + server.word();
    }

    @Override
    public Set<Part> needs() {
        return Set.of(server);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        WorkflowServiceStubs service = TestBed.connect(lab.bed().temporal(server));
        try (ManyRollouts slipway = new ManyRollouts(service, lab.work().resolve(server.word()));
                ManyLoops bare = new ManyLoops(service)) {
            Histories histories = new Histories(service);
            int activities = histories.activities(slipway.once(STEPS));
            lab.say("activities of a rollout of two steps", activities);
            Race.run(slipway, AT_ONCE, AT_ONCE, STEPS);
            Race.run(bare, AT_ONCE, AT_ONCE, activities);
            List<Double> ours = new ArrayList<>();
            List<Double> asMany = new ArrayList<>();
            List<Double> two = new ArrayList<>();
            for (int i = 0; i < lab.runs(); i++) {
                ours.add(Race.run(slipway, MANY, AT_ONCE, STEPS));
                asMany.add(Race.run(bare, MANY, AT_ONCE, activities));
                two.add(Race.run(bare, MANY, AT_ONCE, STEPS));
            }
            return List.of(line(lab, activities, Figures.of(ours), Figures.of(asMany), Figures.of(two)));
        } finally {
            service.shutdownNow();
        }
    }

    private Line line(Lab lab, int activities, Figures ours, Figures asMany, Figures two) {
        lab.say("slipway, rollouts of two steps a minute", ours);
        lab.say("bare SDK, workflows of " + activities + " activities a minute", asMany);
        lab.say("bare SDK, workflows of 2 activities a minute", two);
        double least = OF_BARE * asMany.median();
        return new Line(
                "two-step rollouts a minute, one worker, " + server.word(),
                String.format(Locale.ROOT, "%.0f", ours.median()),
                String.format(
                        Locale.ROOT,
                        "bare SDK %.0f with as many activities (%d), %.0f with 2",
                        asMany.median(),
                        activities,
                        two.median()),
                String.format(Locale.ROOT, "at least %.0f", least),
                ours.median() >= least);
    }
}
