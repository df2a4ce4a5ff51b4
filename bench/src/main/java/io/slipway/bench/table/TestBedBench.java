package io.slipway.bench.table;

import io.slipway.bench.Folders;
import io.slipway.bench.Machine;
import io.slipway.bench.apply.ApplyRow;
import io.slipway.bench.apply.LargeApplyRow;
import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Line;
import io.slipway.bench.bed.Part;
import io.slipway.bench.bed.Row;
import io.slipway.bench.bed.TestBed;
import io.slipway.bench.temporal.RolloutsRow;
import io.slipway.bench.temporal.SequentialStepRow;
import io.slipway.bench.waits.EventDelayRow;
import io.slipway.bench.waits.KilledWorkerRow;
import io.slipway.bench.waits.ManyPodsRow;
import io.slipway.bench.waits.ManyWaitsRow;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures on the test bed, Slipway and its peers in one run. A row whose servers are not up is left out, and said to be.
 * Ends with 1 when a target is missed.
 */
public final class TestBedBench {
    private static final String USUAL_RUNS = "5";
    private static final List<Row> ROWS = List.of(
            new SequentialStepRow(),
            new RolloutsRow(Part.TEMPORAL),
            new RolloutsRow(Part.TEMPORAL_POSTGRES),
            new ApplyRow(),
            new LargeApplyRow(),
            new EventDelayRow(),
            new ManyPodsRow(),
            new ManyWaitsRow(),
            new KilledWorkerRow());

    private final Lab lab;
    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private TestBedBench(Lab lab) {
        this.lab = lab;
        this.out = lab.out();
    }

    /**
     * Runs the rows.
     *
     * @param arguments the repository's folder; then words, of which one must be in a row's name, all rows without any
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path repository = Path.of(arguments[0]).toAbsolutePath().normalize();
        List<String> words = List.of(arguments).subList(1, arguments.length);
        Path work = Files.createTempDirectory("slipway-bench");
        TestBed bed = TestBed.of(repository, System.getenv());
        int runs = Integer.parseInt(System.getenv().getOrDefault("BENCH_RUNS", USUAL_RUNS));
        // Workers and servers are processes of their own: they do not outlive an interrupted bench.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        boolean met = new TestBedBench(new Lab(bed, repository.resolve("slipway"), work, runs, System.out)).run(words);
        Folders.delete(work);
        System.exit(met ? 0 : 1);
    }

    private boolean run(List<String> words) throws IOException, InterruptedException {
        out.println("slipway bench on the test bed, " + Clock.systemUTC().instant());
        Machine.facts().forEach(fact -> out.println("  " + fact));
        for (Row row : ROWS) {
            if (words.isEmpty() || words.stream().anyMatch(row.name()::contains)) {
                measure(row);
            }
        }
        out.println();
        out.println("| figure | slipway | peers in the same run | to reach | |");
        out.println("|---|---|---|---|---|");
        lines.forEach(line -> out.println(line.markdown()));
        leftOut.forEach(each -> out.println("left out: " + each));
        return lines.stream().allMatch(Line::met);
    }

    private void measure(Row row) throws IOException, InterruptedException {
        for (Part part : row.needs()) {
            Optional<String> missing = lab.bed().missing(part);
            if (missing.isPresent()) {
                leftOut.add(row.name() + ": " + missing.get());
                return;
            }
        }
        out.println();
        out.println(row.name() + " (load " + Machine.load() + ")");
        try {
            lines.addAll(row.measure(lab));
        } catch (IOException | IllegalStateException e) {
            out.println("  could not be measured: " + e.getMessage());
            lines.add(new Line(row.name(), "could not be measured", "", "", false));
        }
    }
}
