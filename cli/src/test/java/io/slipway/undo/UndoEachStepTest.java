package io.slipway.undo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.home.Home;
import io.slipway.model.json.Json;
import io.slipway.model.plan.PlannedStep;
import io.slipway.repair.ClusterObjects;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RolloutInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * {@code -Dslipway.undo.steps=all}, or those that are named there with commas; in the sandbox, or on the cluster of {@code -Dslipway.undo.kubeconfig=FILE} with the profile of
 * {@code -Dslipway.undo.profile}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoEachStepTest {
    private static final String PIPELINE = "datalyptica";
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int SOME = 2;

    private final FailingAfter planning =
            new FailingAfter(new FolderPlanning(List.of(Path.of("..", "pipelines")), Optional.empty()));

    private ChosenCluster cluster;
    private EngineSession session;
    private Map<String, JsonNode> before;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        Environment environment =
                new Environment(console, folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        Optional<Path> kubeconfig = Optional.ofNullable(System.getProperty("slipway.undo.kubeconfig"))
                .map(Path::of);
        cluster = kubeconfig.isPresent()
                ? ChosenCluster.reached(kubeconfig, System.getProperty("slipway.undo.context", ""))
                : ChosenCluster.sandbox(folder.resolve("sandbox"), SimulationOptions.GUIDES);
        session = EngineSession.embedded(new Home(environment), cluster, planning);
        before = objects();
    }

    @AfterAll
    void stop() throws IOException {
        session.close();
    }

    private static RolloutInput input() {
        ObjectNode typed = Json.mapper().createObjectNode();
        typed.put("pipeline", PIPELINE).put("profile", profile()).put("by", "ada");
        if (profile().isEmpty()) {
            typed.putObject("params").put("production", true); // a stage of its own
        }
        List<String> problems = new ArrayList<>();
        RolloutInput input = RolloutInput.read(typed, problems);
        assertThat(problems).isEmpty();
        return input;
    }

    private static String profile() {
        return System.getProperty("slipway.undo.profile", "");
    }

    private List<String> steps() {
        List<String> all = planning.plan(input(), cluster.target()).plan().orElseThrow().steps().stream()
                .map(PlannedStep::name)
                .toList();
        String asked = System.getProperty("slipway.undo.steps", "");
        List<String> some = IntStream.rangeClosed(1, SOME)
                .mapToObj(i -> all.get(i * (all.size() - 1) / SOME))
                .toList();
        return asked.equals("all") ? all : asked.isEmpty() ? some : List.of(asked.split(",", -1));
    }

    @TestFactory
    Stream<DynamicTest> afterAFailureTheObjectsAreThoseOfBefore() {
        return steps().stream()
                .map(step -> DynamicTest.dynamicTest(step, () -> {
                    planning.after(step);
                    RolloutHandle rollout = session.engine().start(input());
                    RolloutHandle.End end = rollout.await(LONGEST)
                            .orElseThrow(() -> new AssertionError("no end: " + rollout.overview()));
                    assertThat(end.succeeded()).isFalse();
                    assertThat(rollout.journal().step(FailingAfter.FAILS))
                            .as("it failed where it should: " + end.message())
                            .isPresent();
                    assertThat(ClusterObjects.differences(before, objects()))
                            .as("objects that are not as before, with what they were and are")
                            .isEmpty();
                }));
    }

    private Map<String, JsonNode> objects() {
        return ClusterObjects.of(cluster.target().client(), SimulationOptions.GUIDES);
    }
}
