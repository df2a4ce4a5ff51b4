package io.slipway.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.model.plan.PlannedStep;
import io.slipway.repair.ClusterObjects;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.UndoRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guide 000 runs once, one step after the other; before each step the objects are written down. Then the steps are taken
 * back one by one, the last first, and the objects must be those that were written down. It takes one rollout where
 * {@link UndoEachStepTest} takes one for each step. A table of it is left in {@code target/undo.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "slipway.undo.stepwise", matches = "true")
class UndoStepByStepTest {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Path TABLE = Path.of("target", "undo.md");

    private final Map<String, Map<String, JsonNode>> seen = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();
    private UndoBed bed;
    private RolloutHandle rollout;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        bed = new UndoBed(folder, LookingBetween::new);
        seen.put("", bed.objects());
    }

    @AfterAll
    void stop() throws IOException {
        Files.writeString(
                TABLE,
                "| step | verb | it changed | taken back |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n");
        bed.close();
    }

    @TestFactory
    Stream<DynamicTest> eachStepIsTakenBackToWhatWasThereBefore() {
        List<PlannedStep> steps = bed.steps().stream()
                .filter(step -> !LookingBetween.isLook(step))
                .toList();
        Stream<DynamicTest> there = Stream.of(DynamicTest.dynamicTest("the rollout", () -> runs(steps)));
        Stream<DynamicTest> back = steps.reversed().stream()
                .map(step -> DynamicTest.dynamicTest(step.name(), () -> isTakenBack(step, steps)));
        return Stream.concat(there, back);
    }

    private void runs(List<PlannedStep> steps) {
        rollout = bed.engine().start(UndoBed.input());
        for (PlannedStep step : steps) {
            String look = LookingBetween.after(step.name());
            await().atMost(LONGEST)
                    .until(() -> waits(look)
                            || isClosed(look)
                            || rollout.await(Duration.ofMillis(1)).isPresent());
            seen.put(look, bed.objects());
            if (waits(look)) {
                rollout.decide(Decision.Kind.APPROVE, new DecisionRequest(look, "ada", "", false));
            }
        }
        RolloutHandle.End end = rollout.await(LONGEST).orElseThrow();
        assertThat(end.succeeded()).as(end.message()).isTrue();
    }

    private Optional<StepStatus> status(String step) {
        return rollout.journal().step(step).map(StepRecord::status);
    }

    private boolean waits(String look) {
        return status(look).filter(StepStatus.PAUSED::equals).isPresent();
    }

    private boolean isClosed(String look) {
        return status(look).filter(StepStatus::closed).isPresent();
    }

    /** A wait that was skipped with its stage is no place to go back to. */
    private String lastDoneBefore(PlannedStep step, List<PlannedStep> steps) {
        return steps.subList(0, steps.indexOf(step)).reversed().stream()
                .map(before -> LookingBetween.after(before.name()))
                .filter(look ->
                        status(look).filter(StepStatus.SUCCEEDED::equals).isPresent())
                .findFirst()
                .orElse("");
    }

    private void isTakenBack(PlannedStep step, List<PlannedStep> steps) {
        String to = lastDoneBefore(step, steps);
        var changed = ClusterObjects.differences(seen.get(to), seen.get(LookingBetween.after(step.name())));
        String status = status(step.name()).map(Enum::name).orElse("not begun");
        RolloutHandle.End end = bed.engine()
                .undo(rollout.id(), new UndoRequest(to, "ada", ""))
                .await(LONGEST)
                .orElseThrow();
        // Controllers take a moment for what belongs to a deleted object.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(ClusterObjects.differences(seen.get(to), bed.objects()))
                        .as(
                                "not as before step '%s' (%s), with what they were and are: %s",
                                step.name(), status, end.message())
                        .isEmpty());
        rows.addFirst("| " + step.name() + " | " + step.verb() + " | "
                + (changed.isEmpty() ? "no object" : String.join(", ", changed.keySet())) + " | yes |");
    }
}
