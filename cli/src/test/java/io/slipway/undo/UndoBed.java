package io.slipway.undo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.rollout.Planning;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.home.Home;
import io.slipway.model.json.Json;
import io.slipway.model.plan.PlannedStep;
import io.slipway.repair.ClusterObjects;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.worker.engine.Engine;
import io.slipway.workflows.contract.RolloutInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Guide 000's pipeline and where it is undone: the sandbox, or the cluster of {@code -Dslipway.undo.kubeconfig=FILE} with
 * the profile of {@code -Dslipway.undo.profile}.
 */
final class UndoBed implements AutoCloseable {
    private static final String PIPELINE = "datalyptica";

    private final Planning planning;
    private final ChosenCluster cluster;
    private final EngineSession session;

    /** With the plan made another by {@code changed}. */
    UndoBed(Path folder, UnaryOperator<Planning> changed) throws IOException {
        planning = changed.apply(new FolderPlanning(List.of(Path.of("..", "pipelines")), Optional.empty()));
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        Environment environment =
                new Environment(console, folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        Optional<Path> kubeconfig = Optional.ofNullable(System.getProperty("slipway.undo.kubeconfig"))
                .map(Path::of);
        cluster = kubeconfig.isPresent()
                ? ChosenCluster.reached(kubeconfig, System.getProperty("slipway.undo.context", ""))
                : ChosenCluster.sandbox(folder.resolve("sandbox"), SimulationOptions.GUIDES);
        session = EngineSession.embedded(new Home(environment), cluster, planning);
    }

    Engine engine() {
        return session.engine();
    }

    static RolloutInput input() {
        String profile = System.getProperty("slipway.undo.profile", "");
        ObjectNode typed = Json.mapper().createObjectNode();
        typed.put("pipeline", PIPELINE).put("profile", profile).put("by", "ada");
        if (profile.isEmpty()) {
            typed.putObject("params").put("production", true); // a stage of its own
        }
        List<String> problems = new ArrayList<>();
        RolloutInput input = RolloutInput.read(typed, problems);
        assertThat(problems).isEmpty();
        return input;
    }

    /** The steps of the plan in their order. */
    List<PlannedStep> steps() {
        return planning.plan(input(), cluster.target()).plan().orElseThrow().steps();
    }

    /** The objects of the guide's namespace as they are. */
    Map<String, JsonNode> objects() {
        return ClusterObjects.of(cluster.target().client(), SimulationOptions.GUIDES);
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
