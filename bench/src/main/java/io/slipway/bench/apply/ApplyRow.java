package io.slipway.bench.apply;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.Row;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 1,000 objects, by a warm worker and by a cold process; kapp by turns with them, helm and kubectl once. */
public final class ApplyRow implements Row {
    private static final int OBJECTS = 1_000;
    private static final double OF_KAPP = 0.5;
    /** Two rollouts each: until the fortieth a good part of the processor time is Java's compiler. */
    private static final int WARM_UP = 24;

    @Override
    public String name() {
        return "apply " + OBJECTS + " objects";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KUBERNETES, Part.TEMPORAL, Part.PEERS);
    }

    @Override
    public List<Line> measure(Lab lab) throws IOException, InterruptedException {
        ObjectFiles files = ObjectFiles.write(lab.work().resolve("apply-" + OBJECTS), OBJECTS);
        try (WarmWorker worker = WarmWorker.start(lab, files)) {
            Timing warm = new Timing(worker);
            warm.warmUp(lab, OBJECTS, WARM_UP);
            Timing cold = new Timing(ColdProcess.of(lab, files));
            Timing kapp = new Timing(Peer.kapp(lab, files));
            for (int i = 0; i < lab.runs(); i++) {
                warm.turn(lab, OBJECTS);
                cold.turn(lab, OBJECTS);
                kapp.turn(lab, OBJECTS);
            }
            Timing helm = new Timing(Peer.helm(lab, files));
            Timing kubectl = new Timing(Peer.kubectl(lab, files));
            helm.turn(lab, OBJECTS);
            kubectl.turn(lab, OBJECTS);
            List.of(warm, cold, kapp, helm, kubectl).forEach(each -> each.say(lab));
            return lines(warm, cold, kapp, List.of(helm, kubectl));
        }
    }

    private static List<Line> lines(Timing warm, Timing cold, Timing kapp, List<Timing> others) {
        double freshKapp = kapp.fresh().median();
        double againKapp = kapp.again().median();
        String fresh = Stream.concat(Stream.of(kapp), others.stream())
                .map(each -> each.name() + " " + seconds(each.fresh().median()))
                .collect(Collectors.joining(", "));
        String again = Stream.concat(Stream.of(kapp), others.stream())
                .map(each -> each.name() + " " + seconds(each.again().median()))
                .collect(Collectors.joining(", "));
        return List.of(
                line("nothing there, warm worker", warm.fresh().median(), fresh, OF_KAPP * freshKapp),
                line("nothing changed, warm worker", warm.again().median(), again, OF_KAPP * againKapp),
                line("nothing there, cold process", cold.fresh().median(), fresh, freshKapp),
                line("nothing changed, cold process", cold.again().median(), again, againKapp));
    }

    private static Line line(String which, double ours, String peers, double limit) {
        return Line.atMost("apply 1,000 objects, " + which + ", s", seconds(ours), peers, ours, limit, "s");
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
