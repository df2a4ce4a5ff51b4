package io.slipway.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.plan.PlannedStep;
import io.slipway.repair.ClusterObjects;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guide 000 fails after a step, and is undone: the objects are those of before. Some steps in {@code verify}, all with
 * {@code -Dslipway.undo.steps=all}, or those that are named there with commas; {@link UndoBed} says where.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoEachStepTest {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int SOME = 2;
    /** A line for each step that held, also of runs before. */
    private static final Path TABLE = Path.of("target", "undo-each.md");

    private FailingAfter planning;
    private UndoBed bed;
    private Map<String, JsonNode> before;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        bed = new UndoBed(folder, usual -> {
            planning = new FailingAfter(usual);
            return planning;
        });
        before = bed.objects();
    }

    @AfterAll
    void stop() throws IOException {
        bed.close();
    }

    private List<String> steps() {
        List<String> all = bed.steps().stream().map(PlannedStep::name).toList();
        String asked = System.getProperty("slipway.undo.steps", "");
        List<String> some = IntStream.rangeClosed(1, SOME)
                .mapToObj(i -> all.get(i * (all.size() - 1) / SOME))
                .toList();
        return asked.equals("all") ? all : asked.isEmpty() ? some : List.of(asked.split(",", -1));
    }

    @TestFactory
    Stream<DynamicTest> afterAFailureTheObjectsAreThoseOfBefore() {
        return steps().stream().map(step -> DynamicTest.dynamicTest(step, () -> failsAfter(step)));
    }

    private void failsAfter(String step) throws IOException {
        Instant start = Instant.now();
        planning.after(step);
        RolloutHandle rollout = bed.engine().start(UndoBed.input());
        RolloutHandle.End end =
                rollout.await(LONGEST).orElseThrow(() -> new AssertionError("no end: " + rollout.overview()));
        assertThat(end.succeeded()).isFalse();
        assertThat(rollout.journal().step(FailingAfter.FAILS))
                .as("it failed where it should: " + end.message())
                .isPresent();
        // Controllers take a moment for what belongs to a deleted object.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(ClusterObjects.differences(before, bed.objects()))
                        .as("objects that are not as before, with what they were and are")
                        .isEmpty());
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        Files.writeString(
                TABLE,
                "| %s | yes | %d s | %tF %<tR |%n".formatted(step, seconds, start.atZone(ZoneOffset.UTC)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
