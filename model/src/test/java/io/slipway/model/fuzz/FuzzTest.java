package io.slipway.model.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.check.Severity;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.plan.Planned;
import io.slipway.model.plan.Planner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand damaged pipelines give a plan, or problems with places: no exception, none over two seconds of processor time.
 * {@code -Dfuzz.count} and {@code -Dfuzz.seed} run others.
 */
class FuzzTest {
    private static final int COUNT = Integer.getInteger("fuzz.count", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101L);
    /** Each has copies of its own and a thread. */
    private static final int SHARES = 2;

    private static final long SLOW_NANOS = 2_000_000_000L;

    /** Processor time, so that a busy machine does not make a test fail; the code under test never waits. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @TempDir
    Path temp;

    @Test
    void damagedPipelinesGivePlansOrProblems() throws IOException {
        long[] seeds = new Random(SEED).longs(COUNT).toArray();
        List<List<Path>> copies = new ArrayList<>();
        for (int i = 0; i < SHARES; i++) {
            copies.add(folders(temp.resolve("share-" + i)));
        }
        long plans = IntStream.range(0, SHARES)
                .parallel()
                .mapToLong(share -> IntStream.range(0, COUNT)
                        .filter(i -> i % SHARES == share)
                        .filter(i -> damaged(turn(copies.get(share), i), seeds[i]))
                        .count())
                .sum();
        // A mutator that always breaks everything, or nothing, would test little.
        assertThat(plans).isGreaterThan(COUNT / 50);
        assertThat(COUNT - plans).isGreaterThan(COUNT / 4);
    }

    private static Path turn(List<Path> folders, int i) {
        return folders.get(i % folders.size());
    }

    /** Whether there is a plan though a file was damaged; the file is whole again afterwards. */
    private static boolean damaged(Path folder, long seed) {
        try {
            Random random = new Random(seed);
            List<Path> files = yamlFiles(folder);
            boolean pipeline = files.size() < 2 || random.nextInt(5) > 0;
            Path file = pipeline ? folder.resolve(PipelineFolder.FILE) : files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            Files.write(file, new Mutator(seed).mutate(new String(before, UTF_8)));
            boolean plan = planned(folder, seed);
            Files.write(file, before);
            return plan;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean planned(Path folder, long seed) {
        long start = CPU.getCurrentThreadCpuTime();
        try {
            Checked checked = Checker.check(PipelineFolder.at(folder));
            return switch (Planner.plan(checked, PlanInput.none())) {
                case Planned.Ready ready -> !ready.plan().hash().isEmpty();
                case Planned.Refused refused -> {
                    assertThat(refused.problems())
                            .anyMatch(problem -> problem.severity() == Severity.ERROR)
                            .allMatch(FuzzTest::hasPlace);
                    yield false;
                }
            };
        } catch (RuntimeException | StackOverflowError e) {
            return fail("seed " + seed + " in " + folder, e);
        } finally {
            long took = CPU.getCurrentThreadCpuTime() - start;
            assertThat(took).as("nanoseconds for seed %d in %s", seed, folder).isLessThan(SLOW_NANOS);
        }
    }

    private static boolean hasPlace(Problem problem) {
        return !problem.place().file().isEmpty()
                && problem.place().line() > 0
                && problem.place().column() > 0
                && !problem.message().isBlank();
    }

    /** Copies of right and wrong pipelines in that folder. */
    private static List<Path> folders(Path temp) throws IOException {
        List<Path> folders = new ArrayList<>();
        Path golden = Path.of("src/test/resources/golden");
        for (Path parent : List.of(golden.resolve("plan"), golden.resolve("check"))) {
            for (Path one : list(parent)) {
                copy(one, temp.resolve(parent.getFileName()).resolve(one.getFileName()));
                folders.add(temp.resolve(parent.getFileName())
                        .resolve(one.getFileName())
                        .resolve("demo"));
            }
        }
        for (Path parent : List.of(Path.of("../pipelines"), Path.of("../examples"))) {
            for (Path one : list(parent)) {
                copy(one, temp.resolve(one.getFileName()));
                folders.add(temp.resolve(one.getFileName()));
            }
        }
        // Those that are right to begin with weigh more: a second mistake in a wrong one finds less.
        List<Path> right = folders.stream()
                .filter(folder -> folder.startsWith(temp.resolve("plan")))
                .toList();
        for (int i = 0; i < 8; i++) {
            folders.addAll(right);
        }
        folders.removeIf(folder -> !Files.exists(folder.resolve(PipelineFolder.FILE)));
        return folders;
    }

    private static List<Path> list(Path parent) throws IOException {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
