package io.slipway.bench;

import io.slipway.sandbox.temporal.EmbeddedTemporal;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a sequential step costs on the embedded server, and whether that grows with the length of the rollout.
 * Ends with 1 when a target is missed.
 */
public final class Bench {
    private static final int WARM_UP = 2;

    private final Plan plan;
    private final PrintStream out;

    private Bench(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * What is run.
     *
     * @param steps steps of the short rollout
     * @param runs how often it is run, after the warm-up
     * @param longSteps steps of the long rollout
     * @param window steps of a window of it
     */
    record Plan(int steps, int runs, int longSteps, int window) {
        static Plan of(String... arguments) {
            boolean quick = List.of(arguments).contains("--quick");
            return quick ? new Plan(200, 3, 1_000, 200) : new Plan(500, 7, 5_000, 500);
        }
    }

    /** Runs all of it; {@code --quick} runs less. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path state = Files.createTempDirectory("slipway-bench");
        boolean met = new Bench(Plan.of(arguments), System.out).run(state);
        Folders.delete(state);
        System.exit(met ? 0 : 1);
    }

    private boolean run(Path state) throws InterruptedException {
        out.println("slipway bench, " + Clock.systemUTC().instant());
        Machine.facts().forEach(fact -> out.println("  " + fact));
        try (EmbeddedTemporal temporal = EmbeddedTemporal.start()) {
            WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(temporal.channel())
                    .validateAndBuildWithDefaults());
            try (Contestant slipway = new Rollouts(service, state);
                    Contestant bare = new BareActivities(service)) {
                boolean fast = Overhead.measure(plan, slipway, bare, out);
                boolean flat = Flatness.measure(plan, slipway, bare, out);
                return fast && flat;
            } finally {
                service.shutdownNow();
            }
        }
    }

    /** Runs both by turns, so that both have the same weather; the first rounds only warm the machine. */
    static List<List<Double>> byTurns(Plan plan, List<Contestant> contestants) throws InterruptedException {
        List<List<Double>> millis = new ArrayList<>();
        contestants.forEach(each -> millis.add(new ArrayList<>()));
        for (int round = 0; round < WARM_UP + plan.runs(); round++) {
            for (int i = 0; i < contestants.size(); i++) {
                double each = contestants.get(i).run(plan.steps()).millisPerStep();
                if (round >= WARM_UP) {
                    millis.get(i).add(each);
                }
            }
        }
        return millis;
    }

    static String line(String name, Object figures) {
        return String.format(Locale.ROOT, "  %-14s %s", name, figures);
    }
}
