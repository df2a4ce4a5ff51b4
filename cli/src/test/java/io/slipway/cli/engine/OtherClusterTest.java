package io.slipway.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.Slipway;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.home.Home;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import io.slipway.sandbox.sim.Simulation;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.worker.engine.Engine;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RolloutInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollout goes on only on the cluster it began on, whatever a context of its name leads to by then. */
class OtherClusterTest {
    private static final String ID = "shop-1";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void pipeline() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(shop.resolve("pipeline.yaml"), """
                slipway: v1
                pipeline: shop
                stages:
                  - stage: deploy
                    steps:
                      - step: settings
                        deploy: { manifests: [settings.yaml] }
                """);
        Files.writeString(
                shop.resolve("settings.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {a: b}}");
    }

    @Test
    void aContextOfTheSameNameLeadsElsewhere() throws Exception {
        try (Sandbox one = cluster("one");
                Sandbox other = cluster("other")) {
            assertSucceeded(carriedOut("one", engine -> engine.start(RolloutInput.of("shop"), ID)));

            RolloutHandle.End elsewhere = carriedOut("other", engine -> engine.resume(ID, "ada"));
            assertThat(elsewhere.succeeded()).isFalse();
            assertThat(elsewhere.message())
                    .contains("rollout 'shop-1' started on another cluster")
                    .contains("KUBECONFIG=FILE");
            assertThat(configMaps(other)).doesNotContain("settings");

            assertSucceeded(carriedOut("one", engine -> engine.resume(ID, "ada")));
            assertThat(configMaps(one)).contains("settings");
        }
    }

    @Test
    void theKubeconfigThatWasNamedIsTakenAgain() throws Exception {
        try (Sandbox one = cluster("one")) {
            assertThat(slipway("run", "shop", "--kubeconfig", "one", "--yes")).isZero();
            assertThat(configMaps(one)).contains("settings");

            assertThat(slipway("undo", "last", "--yes")).isZero();
            assertThat(configMaps(one)).doesNotContain("settings");

            Files.move(folder.resolve("one"), folder.resolve("moved"));
            assertThat(slipway("resume", "last")).isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains(
                            "has no readable kubeconfig", folder.resolve("one").toString(), "--kubeconfig");
            assertThat(slipway("resume", "last", "--kubeconfig", "moved")).isZero();
            assertThat(configMaps(one)).contains("settings");
        }
    }

    private int slipway(String... arguments) {
        return new Slipway(environment()).run(arguments);
    }

    private static void assertSucceeded(RolloutHandle.End end) {
        assertThat(end.succeeded()).as(end.message()).isTrue();
    }

    private static List<String> configMaps(Sandbox sandbox) {
        try (KubernetesClient client = TargetConnector.client(sandbox.kubeconfig())) {
            return client.configMaps().inAnyNamespace().list().getItems().stream()
                    .map(map -> map.getMetadata().getName())
                    .toList();
        }
    }

    /** A cluster that does not say that it is simulated. */
    private Sandbox cluster(String name) throws IOException {
        Sandbox sandbox =
                Sandbox.start(SandboxOptions.inMemory().withOnly(List.of(new Simulation(SimulationOptions.bare()))));
        Files.writeString(folder.resolve(name), sandbox.kubeconfig());
        return sandbox;
    }

    private RolloutHandle.End carriedOut(String kubeconfig, Work work) throws IOException {
        try (EngineSession session = EngineSession.embedded(
                new Home(environment()),
                ChosenCluster.reached(Optional.of(folder.resolve(kubeconfig)), ""),
                new FolderPlanning(List.of(folder), Optional.empty()))) {
            return work.on(session.engine())
                    .await(Duration.ofSeconds(60))
                    .orElseThrow(() -> new AssertionError("it did not end"));
        }
    }

    private Environment environment() {
        return new Environment(
                Console.plain(new ByteArrayOutputStream(), said),
                folder,
                Map.of("USER", "ada"),
                new ByteArrayInputStream(new byte[0]));
    }

    private interface Work {
        RolloutHandle on(Engine engine);
    }
}
