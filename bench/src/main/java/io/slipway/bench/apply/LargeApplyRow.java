package io.slipway.bench.apply;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.Row;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** 10,000 objects, each as fast as one of 1,000 by the same worker before; beside kapp. */
public final class LargeApplyRow implements Row {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final double MOST_MIB = 1024;
    private static final double MILLIS = 1000;
    private static final int WARM_UP = 3;

    @Override
    public String name() {
        return "apply " + MANY + " objects";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL, Part.PEERS);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        ObjectFiles few = ObjectFiles.write(lab.work().resolve("large-" + FEW), FEW);
        double each = few(lab, few);
        ObjectFiles many = ObjectFiles.write(lab.work().resolve("large-" + MANY), MANY);
        try (WarmWorker worker = WarmWorker.start(lab, many)) {
            Timing ours = new Timing(worker);
            ours.turn(lab, MANY);
            int memory = worker.mostMiB();
            Timing kapp = new Timing(Peer.kapp(lab, many));
            kapp.turn(lab, MANY);
            ours.say(lab);
            kapp.say(lab);
            lab.say("slipway, most memory of the worker, MiB", memory);
            double perObject = ours.fresh().median() * MILLIS / MANY;
            String peers = "kapp " + number(kapp.fresh().median() * MILLIS / MANY);
            return List.of(
                    Line.atMost(
                            "apply 10,000 objects, ms an object",
                            number(perObject),
                            peers,
                            perObject,
                            each,
                            "ms, as of 1,000"),
                    Line.atMost(
                            "memory of the worker meanwhile, MiB",
                            String.valueOf(memory),
                            "",
                            memory,
                            MOST_MIB,
                            "MiB"));
        }
    }

    /** Milliseconds for each of 1,000 objects, by a warm worker. */
    private static double few(Lab lab, ObjectFiles files) throws IOException, InterruptedException {
        try (WarmWorker worker = WarmWorker.start(lab, files)) {
            Timing timing = new Timing(worker);
            timing.warmUp(lab, FEW, WARM_UP);
            for (int i = 0; i < lab.runs(); i++) {
                timing.turn(lab, FEW);
            }
            timing.say(lab);
            return timing.fresh().median() * MILLIS / FEW;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
