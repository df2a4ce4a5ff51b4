package io.slipway.cli.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.CommandLineTest;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.cli.engine.WorkerTargets;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.sandbox.temporal.PortBoundTemporal;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.worker.fleet.FolderFleetPlanning;
import io.slipway.worker.metrics.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A worker with two kube contexts beside its own target: rollouts that name them, a fleet, and what is counted of all. */
class WorkerTest extends CommandLineTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SHOP = """
            slipway: v1
            pipeline: shop
            stages:
              - stage: only
                steps:
                  - step: config
                    deploy: { inline: [ { apiVersion: v1, kind: ConfigMap, metadata: { name: shop }, data: { greeting: hello } } ] }
                  - step: look
                    validate:
                      checks:
                        - { check: the shop greets, object: { of: configmap/shop }, expect: object.data.greeting == 'hello' }
            """;
    private static final String GATE = """
            slipway: v1
            pipeline: gate
            stages: [ { stage: only, steps: [ { step: go, approve: Shall it go on? } ] } ]
            """;
    private static final String EDGE = """
            slipway: v1
            fleet: edge
            pipeline: shop
            targets: [north, south]
            waves: [1, 100%]
            """;

    private SandboxCluster north;
    private SandboxCluster south;
    private Path kubeconfig;

    @BeforeEach
    void clustersAndPipelines() throws IOException {
        north = SandboxCluster.start(Optional.empty(), 0, SimulationOptions.GUIDES, List.of());
        south = SandboxCluster.start(Optional.empty(), 0, SimulationOptions.GUIDES, List.of());
        Config both = config(north, "north");
        Config other = config(south, "south");
        both.getClusters().addAll(other.getClusters());
        both.getContexts().addAll(other.getContexts());
        both.getUsers().addAll(other.getUsers());
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), Serialization.asYaml(both));
        write("shop/pipeline.yaml", SHOP);
        write("gate/pipeline.yaml", GATE);
        write("edge/fleet.yaml", EDGE);
        write(
                "twins/fleet.yaml",
                "slipway: v1\nfleet: twins\npipeline: shop\nwaves: [100%]\ntargets: { inventory: inventory.yaml }\n");
        write("twins/inventory.yaml", "targets: [ { name: one, context: north }, { name: other, context: north } ]\n");
    }

    private static Config config(SandboxCluster cluster, String name) {
        String text = cluster.kubeconfig().replace("slipway-sandbox", name).replace("sandbox-admin", name + "-admin");
        return Serialization.unmarshal(text, Config.class);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    @AfterEach
    void stop() throws IOException {
        north.close();
        south.close();
    }

    @Test
    void servesTheContextsThatRolloutsAndFleetsName() throws Exception {
        Metrics metrics = new Metrics();
        try (PortBoundTemporal server = PortBoundTemporal.start(0, "one");
                EngineSession worker = worker(server, metrics);
                MetricsEndpoint told = MetricsEndpoint.serve(ListenAddress.parse("--metrics", "0"), metrics::scrape)) {
            RolloutHandle rollout = started(worker, "shop", "south");
            assertThat(rollout.await(LONG).orElseThrow().succeeded()).isTrue();
            assertThat(rollout.journal().target()).isEqualTo("south");
            assertThat(hasShop(south)).isTrue();
            assertThat(hasShop(north)).isFalse();

            assertThat(started(worker, "shop", "moon").await(LONG).orElseThrow().message())
                    .contains("there is no target 'moon' here; available: north, sandbox, south");

            assertThat(run("fleet", "run", "edge", "--yes", "--temporal-address", server.target()))
                    .as(err())
                    .isZero();
            assertThat(hasShop(north)).isTrue();
            assertThat(run("fleet", "list", "-o", "json")).isZero();
            Ran watched = ran(
                    Files.createDirectories(folder.resolve("elsewhere")),
                    "fleet",
                    "watch",
                    json().path(0).path("id").asText(),
                    "--temporal-address",
                    server.target());
            assertThat(watched.code()).isEqualTo(1);
            assertThat(watched.printed()).contains("the plan of fleet edge-");

            assertThat(run("fleet", "run", "twins", "--yes", "--temporal-address", server.target()))
                    .isEqualTo(2);
            assertThat(err()).contains("targets 'one' and 'other' are both namespace 'default' of cluster 'north'");

            RolloutHandle gate = started(worker, "gate", "");
            await().atMost(LONG).until(() -> gate.overview().waiting().containsKey("go"));
            isCounted(told.address().orElseThrow());
        }
    }

    private static void isCounted(String address) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scraped(address))
                        .contains(
                                "# TYPE slipway_rollouts_ended counter",
                                "slipway_rollouts_ended_total{kind=\"rollout\",pipeline=\"shop\",status=\"succeeded\"} 3.0",
                                "slipway_checks_total{check=\"look: the shop greets\",pipeline=\"shop\",result=\"passed\"} 3.0",
                                "slipway_step_seconds_count{outcome=\"succeeded\",verb=\"deploy\"} 3",
                                "slipway_step_seconds_bucket{outcome=\"succeeded\",verb=\"validate\",le=\"+Inf\"} 3",
                                "slipway_rollouts_open{kind=\"rollout\",pipeline=\"gate\",status=\"paused\",target=\"sandbox\"} 1.0",
                                "slipway_steps_waiting{for=\"approval\",kind=\"rollout\",pipeline=\"gate\",target=\"sandbox\"} 1.0",
                                "slipway_last_succeeded_timestamp_seconds{kind=\"rollout\",pipeline=\"shop\",target=\"north\"}",
                                "temporal_request_total{")
                        .doesNotContain("moon")
                        .endsWith("# EOF\n"));
    }

    private static String scraped(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Metrics.CONTENT_TYPE);
            return answer.body();
        }
    }

    @Test
    void aContextThatIsNotThereIsSaidAtOnce() throws IOException {
        assertThat(run(
                        "worker",
                        "--temporal-address",
                        "127.0.0.1:1",
                        "--kubeconfig",
                        kubeconfig.toString(),
                        "--targets",
                        "south,nort"))
                .isEqualTo(2);
        assertThat(err()).contains("the kubeconfig has no context 'nort'. Did you mean 'north'?");
        assertThat(refused("--targets", "inventory.yaml")).contains("'inventory.yaml' does not exist", "[SW060]");
        assertThat(refused("--selector", "ring=canary")).contains("--selector requires an inventory");
        assertThat(refused("--targets", "south", "--selector", "ring=canary")).contains("names contexts");
        Files.writeString(
                folder.resolve("inventory.yaml"),
                "targets:\n- { name: a, context: south, labels: { ring: canary } }\n- { name: nort, labels: { ring: all } }\n");
        assertThat(refused("--targets", "inventory.yaml")).contains("no context 'nort'. Did you mean 'north'?");
        assertThat(refused("--targets", "inventory.yaml", "--selector", "ring=moon"))
                .contains("none of the 2 targets of the inventory matches the selector");
        assertThat(refused("--targets", "inventory.yaml", "--selector", "ring = ="))
                .contains("'ring = =' is not a valid selector term");
        assertThat(run("worker", "--temporal-address", "127.0.0.1:1", "--metrics", "here"))
                .isEqualTo(2);
        assertThat(err()).contains("'here' is not a port", "--metrics 0.0.0.0:8081");
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidBeforeItIsReady() throws IOException {
        write(".slipway/rollouts", "a file where a folder should be");
        assertThat(run("worker", "--temporal-address", "127.0.0.1:1", "--kubeconfig", kubeconfig.toString()))
                .isEqualTo(1);
        assertThat(err())
                .contains("journals of rollouts cannot be written below " + folder.resolve(".slipway"))
                .contains("set SLIPWAY_HOME to another folder");
    }

    private String refused(String... more) {
        List<String> args = new ArrayList<>(
                List.of("worker", "--temporal-address", "127.0.0.1:1", "--kubeconfig", kubeconfig.toString()));
        args.addAll(List.of(more));
        assertThat(run(args.toArray(String[]::new))).isNotZero();
        return err();
    }

    private EngineSession worker(PortBoundTemporal server, Metrics metrics) {
        Environment environment = new Environment(
                Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                folder,
                Map.of("USER", "ada"),
                new ByteArrayInputStream(new byte[0]));
        TemporalOptions options =
                CommandLine.populateCommand(new TemporalOptions(), "--temporal-address", server.target());
        Optional<Path> file = Optional.of(kubeconfig);
        return EngineSession.worker(
                new Home(environment),
                options.required(environment),
                new WorkerTargets(
                        ChosenCluster.reached(file, ""),
                        Optional.of(FleetCluster.contexts(file, List.of("north", "south")))),
                new FolderPlanning(List.of(folder), Optional.empty()),
                new FolderFleetPlanning(List.of(folder), Optional.empty()),
                Optional.of(metrics));
    }

    private static RolloutHandle started(EngineSession worker, String pipeline, String target) {
        return worker.engine()
                .submit(
                        Json.tree(Map.of("pipeline", pipeline, "target", target)),
                        pipeline + "-" + (target.isEmpty() ? "here" : target));
    }

    private static boolean hasShop(SandboxCluster cluster) {
        return cluster.target()
                        .client()
                        .configMaps()
                        .inNamespace("default")
                        .withName("shop")
                        .get()
                != null;
    }
}
