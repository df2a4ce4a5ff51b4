package io.slipway.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.slipway.activities.cluster.targets.TargetConnector;
import io.slipway.cli.CommandLineTest;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxOptions;
import io.slipway.sandbox.sim.Simulation;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code slipway fleet}, with a sandbox for every target. */
class FleetCommandTest extends CommandLineTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shops
            params: { license: { type: string, default: none } }
            stages:
              - stage: shop
                steps:
                  - step: settings
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: { name: settings }
                          data: { license: "${{ params.license }}" }
                  - step: secretly
                    needs: [settings]
                    secret: { name: key, data: { token: { generate: 24 } } }
            """;

    @BeforeEach
    void aPipeline() throws IOException {
        Files.createDirectories(folder.resolve("shops"));
        Files.writeString(folder.resolve("shops/pipeline.yaml"), PIPELINE);
    }

    private void fleet(int targets, String rest) throws IOException {
        StringBuilder inventory = new StringBuilder("targets:\n");
        for (int i = 0; i < targets; i++) {
            inventory
                    .append("  - { name: ")
                    .append(name(i))
                    .append(", params: { license: l")
                    .append(i)
                    .append(" } }\n");
        }
        Files.writeString(folder.resolve("shops/inventory.yaml"), inventory.toString());
        Files.writeString(
                folder.resolve("shops/fleet.yaml"),
                "slipway: v1\nfleet: shops\npipeline: shops\ntargets: { inventory: inventory.yaml }\n" + rest);
    }

    private static String name(int i) {
        return "shop-%03d".formatted(i);
    }

    /** A target's own cluster, opened as an administrator of it would between two commands. */
    private void in(String target, Consumer<KubernetesClient> work) throws IOException {
        Path kept = folder.resolve(".slipway/sandboxes").resolve(target);
        Files.createDirectories(kept);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory()
                        .keptIn(kept)
                        .withOnly(List.of(new Simulation(SimulationOptions.bare()))));
                KubernetesClient client = TargetConnector.client(sandbox.kubeconfig())) {
            work.accept(client);
        }
    }

    private void forbidsConfigMaps(String target) throws IOException {
        in(
                target,
                client -> client.resourceQuotas()
                        .inNamespace("default")
                        .resource(new ResourceQuotaBuilder()
                                .withNewMetadata()
                                .withName("full")
                                .endMetadata()
                                .withNewSpec()
                                .withHard(Map.of("count/configmaps", new Quantity("0")))
                                .endSpec()
                                .build())
                        .create());
    }

    private void repair(String target) throws IOException {
        in(
                target,
                client -> client.resourceQuotas()
                        .inNamespace("default")
                        .withName("full")
                        .delete());
    }

    private static Map<String, Integer> statuses(JsonNode report) {
        Map<String, Integer> counts = new TreeMap<>();
        report.path("targets")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private static List<JsonNode> targets(JsonNode report, int wave) {
        return StreamSupport.stream(
                        report.path("waves").get(wave - 1).path("targets").spliterator(), false)
                .toList();
    }

    /** How often each target's API server was asked to apply the settings, as its audit log says. */
    private long applied(String target) throws IOException {
        try (Stream<String> lines =
                Files.lines(folder.resolve(".slipway/sandboxes").resolve(target).resolve("audit.jsonl"))) {
            return lines.filter(line -> line.contains("\"verb\":\"patch\""))
                    .filter(line -> line.contains("/configmaps/settings\"") && line.contains("\"dryRun\":false"))
                    .count();
        }
    }

    @Test
    void twoHundredTargetsStopAtABadOneAndGoOnAfterItsRepair() throws IOException {
        fleet(200, "waves: [1, 10%, 100%]\nparallel: 8\n");
        forbidsConfigMaps(name(7));
        assertThat(run("fleet", "run", "shops", "--sandbox", "-o", "json"))
                .as(err())
                .isEqualTo(3);
        JsonNode stopped = json();
        assertThat(stopped.path("status").asText()).isEqualTo("paused");
        assertThat(stopped.path("message").asText()).isEqualTo("1 target has failed and 0 may: shop-007");
        assertThat(targets(stopped, 1)).hasSize(1);
        assertThat(targets(stopped, 2)).hasSize(20);
        assertThat(targets(stopped, 3))
                .hasSize(179)
                .allSatisfy(target -> assertThat(target.path("status").asText()).isEqualTo("pending"));
        assertThat(statuses(stopped)).containsEntry("failed", 1);
        JsonNode bad = targets(stopped, 2).get(6);
        assertThat(bad.path("cause").asText()).startsWith("step 'settings': ").contains("full");

        List<String> done = StreamSupport.stream(stopped.path("waves").spliterator(), false)
                .flatMap(wave -> StreamSupport.stream(wave.path("targets").spliterator(), false))
                .filter(target -> target.path("status").asText().equals("succeeded"))
                .map(target -> target.path("target").asText())
                .toList();
        Map<String, Long> before = new TreeMap<>();
        for (String target : done) {
            before.put(target, applied(target));
        }
        assertThat(before.values()).isNotEmpty().doesNotContain(0L);

        repair(name(7));
        assertThat(run("fleet", "continue", "last", "-o", "json")).as(err()).isZero();
        assertThat(statuses(json())).containsExactly(Map.entry("succeeded", 200));
        assertThat(targets(json(), 2).get(6).path("attempt").asInt()).isEqualTo(2);
        for (String target : done) {
            assertThat(applied(target)).as(target).isEqualTo(before.get(target));
        }
        for (int i : List.of(0, 7, 199)) {
            String expected = "l" + i;
            in(
                    name(i),
                    client -> assertThat(client.configMaps()
                                    .inNamespace("default")
                                    .withName("settings")
                                    .get()
                                    .getData())
                            .containsEntry("license", expected));
        }
    }

    @Test
    void aTargetIsGoneOnWithoutAndTheReportsSayWhy() throws IOException {
        fleet(4, "waves: [1, 100%]\ngate: { after: 1m }\nparallel: 2\n");
        forbidsConfigMaps(name(0));
        assertThat(run("fleet", "run", "shops", "--sandbox")).as(err()).isEqualTo(3);
        assertThat(err()).contains("wave 1 (1): 1  shop-000", "✘ shop-000: step 'settings'");
        assertThat(out())
                .contains("✘ shop-000", "cause  step 'settings'", "fix    ", "next     slipway fleet continue shops-")
                .contains("3 not begun");
        assertThat(run("fleet", "continue", "last", "--skip", "shop-001")).isEqualTo(2);
        assertThat(err()).contains("target 'shop-001' has not failed and cannot be skipped");
        assertThat(run("fleet", "continue", "last", "--skip", "shop-000"))
                .as(err())
                .isZero();
        assertThat(out()).contains("3 succeeded, 1 skipped", "gate passed");
        assertThat(run("fleet", "status", "last")).isZero();
        assertThat(out()).contains("✔ fleet shops succeeded");
        assertThat(run("fleet", "list")).isZero();
        assertThat(out()).contains("succeeded  3     0");
        assertThat(run("fleet", "continue", "last")).isEqualTo(2);
        assertThat(err()).contains("has succeeded; there is nothing to continue");
        try (Stream<Path> files = Files.walk(folder.resolve(".slipway/fleets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("report.html", "report.md", "report.json", "journal.jsonl");
        }
    }

    @Test
    void aWrongFleetIsRefusedWithItsPlaces() throws IOException {
        fleet(3, "waves: [1]\nmaxFailures: few\n");
        assertThat(run("fleet", "run", "shops", "--sandbox")).isEqualTo(2);
        assertThat(err())
                .contains("fleet.yaml:5:8: the waves leave out 2 of 3 targets: end them with 100% [SW121]")
                .contains("fleet.yaml:6:14: 'few' is neither a count such as 5 nor a percentage such as 10% [SW120]");
        assertThat(folder.resolve(".slipway/fleets")).doesNotExist();
    }

    @Test
    void twoTargetsThatAreOnePlaceAreRefused() throws IOException {
        fleet(2, "waves: [100%]\n");
        Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{ name: west, cluster: { server: "https://127.0.0.1:1" } }]
                contexts:
                  - { name: shop-000, context: { cluster: west, user: ada } }
                  - { name: shop-001, context: { cluster: west, user: bob, namespace: default } }
                """);
        assertThat(run("fleet", "run", "shops", "--yes", "--kubeconfig", "kubeconfig"))
                .isEqualTo(2);
        assertThat(err()).contains("targets 'shop-000' and 'shop-001' are both namespace 'default' of cluster 'west'");
    }

    @Test
    void aRealClusterIsNotChangedUnasked() throws IOException {
        fleet(2, "waves: [100%]\n");
        assertThat(run("fleet", "run", "shops")).isEqualTo(2);
        assertThat(err()).contains("wave 1 (100%): 2  shop-000, shop-001", "Confirm with --yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run", "status", "watch", "pause", "continue", "abort", "list"})
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(run("fleet", command, "--help")).isZero();
        assertThat(out()).startsWith("Usage: slipway fleet " + command).contains("slipway fleet");
        assertThat(err()).isEmpty();
    }
}
