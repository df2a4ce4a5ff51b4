package io.slipway.worker.engine;

import static io.slipway.worker.engine.EngineFixture.awaitWaiting;
import static io.slipway.worker.engine.EngineFixture.decide;
import static io.slipway.worker.engine.EngineFixture.end;
import static io.slipway.worker.engine.TestPlan.exec;
import static io.slipway.worker.engine.TestPlan.verb;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.journal.Decision;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.OnFailure;
import io.slipway.workflows.contract.PayloadConverters;
import io.slipway.workflows.contract.Rollout;
import io.slipway.workflows.fleet.FleetWorkflow;
import io.slipway.workflows.rollout.CelEvaluator;
import io.slipway.workflows.rollout.Evaluator;
import io.slipway.workflows.rollout.RolloutWorkflow;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories recorded earlier are replayed by today's workflow: a rollout in flight survives an update of the worker.
 * {@code -Dhistories.record=true} records them anew, which is right only when no rollout of the old kind can be left.
 */
class ReplayTest {
    /** A first replay loads hundreds of classes, which takes more than the usual second on a busy machine. */
    private static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(60_000)
            .build();

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    static Stream<Path> histories() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void recordedHistoriesReplay(Path history) {
        assertThatCode(() -> replay(history, new CelEvaluator())).doesNotThrowAnyException();
    }

    @Test
    void anIncompatibleChangeIsCaught() {
        Evaluator changed = new Evaluator() {
            private final Evaluator before = new CelEvaluator();

            @Override
            public boolean test(String source, Map<String, JsonNode> scope) {
                return !before.test(source, scope);
            }

            @Override
            public JsonNode resolve(JsonNode template, Map<String, JsonNode> scope) {
                return before.resolve(template, scope);
            }
        };
        assertThatThrownBy(() -> replay(HISTORIES.resolve("paused-and-undone.json"), changed))
                .hasMessageContaining("TMPRL1100");
    }

    private static void replay(Path file, Evaluator evaluator) throws Exception {
        WorkflowExecutionHistory history = WorkflowExecutionHistory.fromJson(Files.readString(file));
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PayloadConverters.standard())
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(Rollout.TASK_QUEUE, PATIENT);
            worker.registerWorkflowImplementationFactory(Rollout.class, () -> new RolloutWorkflow(evaluator));
            worker.registerWorkflowImplementationTypes(FleetWorkflow.class);
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "histories.record",
            matches = "true",
            disabledReason = "histories are recorded by hand")
    void record(@TempDir Path state) throws IOException {
        Files.createDirectories(HISTORIES);
        try (EngineFixture fixture = new EngineFixture(state)) {
            RolloutHandle paused = fixture.run(pausedAndUndone());
            awaitWaiting(paused, "a");
            decide(paused, Decision.Kind.RETRY, "a");
            end(paused);
            keep(fixture, paused, "paused-and-undone");
            RolloutHandle approved = fixture.run(approved());
            awaitWaiting(approved, "ask");
            decide(approved, Decision.Kind.APPROVE, "ask");
            end(approved);
            keep(fixture, approved, "approved");
            RolloutHandle loops = fixture.run(loopsAndParallel());
            end(loops);
            keep(fixture, loops, "loops-and-parallel");
            RolloutHandle unheard = fixture.run(unheard());
            end(unheard);
            keep(fixture, unheard, "unheard");
        }
    }

    private static TestPlan pausedAndUndone() {
        return TestPlan.named("replayed")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "fail", "2").build(),
                        exec("b", "ok").when("params.size == 3").build(),
                        verb("nap", "sleep", Map.of("for", "2m")).build(),
                        exec("c", "fail").onFailure(OnFailure.UNDO).build())
                .last(exec("bundle", "ok").build());
    }

    /** There is also {@code approved-unbound.json}, of before approvals were bound to what is still to come. */
    private static TestPlan approved() {
        return TestPlan.named("approved")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "ok").build(),
                        verb("ask", "approve", Map.of("message", "go on?")).build(),
                        exec("b", "ok").build());
    }

    /** There is also {@code unheard-before.json}, of before the journal told of tries that no worker ended. */
    private static TestPlan unheard() {
        return TestPlan.named("unheard")
                .chain(
                        "s",
                        List.of(),
                        exec("a", "lost").onFailure(OnFailure.UNDO).build());
    }

    private static TestPlan loopsAndParallel() {
        return TestPlan.named("loops")
                .stage(
                        "one",
                        List.of(),
                        exec("p1", "ok").build(),
                        exec("p2", "fail", "2").tries(2).build())
                .chain(
                        "two",
                        List.of("one"),
                        exec("each", "echo", "${{ each }}")
                                .forEach(Json.tree(List.of("x", "y")))
                                .build());
    }

    private static void keep(EngineFixture fixture, RolloutHandle rollout, String name) throws IOException {
        String json = fixture.engine().client().fetchHistory(rollout.id()).toJson(true);
        Files.writeString(
                HISTORIES.resolve(name + ".json"),
                json.replaceAll("\"identity\": \"[^\"]*\"", "\"identity\": \"recorded\""));
    }
}
