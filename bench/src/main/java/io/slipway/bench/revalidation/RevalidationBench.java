package io.slipway.bench.revalidation;

import io.slipway.bench.Figures;
import io.slipway.bench.Folders;
import io.slipway.bench.Machine;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures a re-validation of 1,000 objects and 200 checks in the sandbox. Ends with 1 when the median takes 10 s or more,
 * a request was no read, or the one field that somebody changed is not found.
 */
public final class RevalidationBench {
    private static final ManyObjects MANY = new ManyObjects(1_000, 200);
    private static final int RUNS = 5;
    private static final double TARGET_SECONDS = 10;

    private final Deployed deployed;
    private final PrintStream out;

    private RevalidationBench(Deployed deployed, PrintStream out) {
        this.deployed = deployed;
        this.out = out;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("slipway-revalidation");
        System.out.println("slipway bench, re-validation of " + MANY.objects() + " objects and " + MANY.checks()
                + " checks, " + Clock.systemUTC().instant());
        Machine.facts().forEach(fact -> System.out.println("  " + fact));
        boolean met;
        try (Deployed deployed = Deployed.of(MANY, folder)) {
            met = new RevalidationBench(deployed, System.out).run();
        }
        Folders.delete(folder);
        System.exit(met ? 0 : 1);
    }

    private boolean run() {
        int before = deployed.requests();
        List<Double> seconds = new ArrayList<>();
        boolean stood = true;
        for (int i = 0; i <= RUNS; i++) {
            long begin = System.nanoTime();
            stood &= deployed.look().status() == RolloutStatus.SUCCEEDED;
            seconds.add((System.nanoTime() - begin) / 1e9);
        }
        int requests = deployed.requests() - before;
        int writes = deployed.writesSince(before).size();
        out.printf(Locale.ROOT, "  first          %.2f s%n", seconds.removeFirst());
        Figures figures = Figures.of(seconds);
        out.println("  then           " + figures + " s, of " + RUNS);
        out.println("  requests       " + requests / (RUNS + 1) + " each time, " + writes + " writes in all");
        boolean found = drift();
        boolean met = stood && figures.median() < TARGET_SECONDS && writes == 0 && found;
        out.println("  target         below 10 s, no write, all as it was, one changed field named: "
                + (met ? "met" : "MISSED"));
        return met;
    }

    private boolean drift() {
        String object = ManyObjects.configMap(500);
        deployed.change(object, "changed by hand");
        Journal journal = deployed.look();
        String said = Said.of(journal);
        boolean found = said.contains("configmap/" + object) && said.contains(".data.text");
        out.println("  one field      " + (found ? "found: " : "NOT FOUND: ")
                + said.lines().findFirst().orElse(""));
        return found;
    }
}
