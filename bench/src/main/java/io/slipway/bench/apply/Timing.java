package io.slipway.bench.apply;

import io.slipway.bench.Figures;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Namespace;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The times of one tool: where nothing is there, and again where nothing has changed. */
final class Timing {
    private final Tool tool;
    private final List<Double> fresh = new ArrayList<>();
    private final List<Double> again = new ArrayList<>();

    Timing(Tool tool) {
        this.tool = tool;
    }

    /** One turn in a namespace of its own. Fails when not all objects are there afterwards. */
    void turn(Lab lab, int objects) throws IOException, InterruptedException {
        try (Namespace namespace = Namespace.make(lab)) {
            fresh.add(tool.apply(namespace.name()));
            again.add(tool.apply(namespace.name()));
            lab.say(
                    tool.name() + ", s",
                    String.format(Locale.ROOT, "%.2f then %.2f", fresh.getLast(), again.getLast()));
            Path list = Files.createTempFile(lab.work(), "objects-", ".txt");
            Program.of(lab, "kubectl")
                    .begin(
                            list,
                            "get",
                            "configmaps,serviceaccounts,services,roles",
                            "-n",
                            namespace.name(),
                            "-o",
                            "name")
                    .waitFor();
            long there = Files.readAllLines(list).stream()
                    .filter(line -> line.contains("/o-"))
                    .count();
            if (there != objects) {
                throw new IllegalStateException(tool.name() + " left " + there + " of " + objects + " objects");
            }
        }
    }

    /** So many turns that do not count. */
    void warmUp(Lab lab, int objects, int turns) throws IOException, InterruptedException {
        for (int i = 0; i < turns; i++) {
            turn(lab, objects);
        }
        fresh.clear();
        again.clear();
    }

    String name() {
        return tool.name();
    }

    void say(Lab lab) {
        lab.say(tool.name() + ", nothing there, s", fresh());
        lab.say(tool.name() + ", nothing changed, s", again());
    }

    Figures fresh() {
        return Figures.of(fresh);
    }

    Figures again() {
        return Figures.of(again);
    }
}
