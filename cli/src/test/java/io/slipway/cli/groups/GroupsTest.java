package io.slipway.cli.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.CommandLineTest;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.journal.Decision;
import io.slipway.sandbox.sim.SimulationOptions;
import io.slipway.sandbox.temporal.PortBoundTemporal;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.DecisionRequest;
import io.slipway.workflows.contract.RolloutInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two Temporal servers whose namespaces have the same name, and their rollouts of one group on one cluster. */
class GroupsTest extends CommandLineTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String PIPELINE = """
        slipway: v1
        pipeline: shop
        stages:
          - stage: only
            steps:
              - step: config
                deploy:
                  inline:
                    - apiVersion: v1
                      kind: ConfigMap
                      metadata: { name: shop }
                      data: { greeting: hello }
              - step: go
                approve: { message: Shall it go on? }
        """;

    private SandboxCluster cluster;
    private Path kubeconfig;

    @BeforeEach
    void aCluster() throws IOException {
        cluster = SandboxCluster.start(Optional.empty(), 0, SimulationOptions.GUIDES, List.of());
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
        pipelineIn(folder);
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
    }

    private static Path pipelineIn(Path place) throws IOException {
        Files.createDirectories(place.resolve("shop"));
        Files.writeString(place.resolve("shop/pipeline.yaml"), PIPELINE);
        return place;
    }

    @Test
    void embeddedServersAreToldApart() throws IOException {
        try (EngineSession session = EngineSession.embedded(
                home(folder), reached(), new FolderPlanning(List.of(folder), Optional.empty()))) {
            RolloutHandle first = waiting(session);

            Ran sameFolder = ran("run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes");
            assertThat(sameFolder.code()).isEqualTo(1);
            assertThat(sameFolder.printed())
                    .contains("concurrency group 'shop' is held by rollout '" + first.id() + "' since 20")
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("slipway watch " + first.id())
                    .doesNotContain("slipway unlock");
            Ran refused = ran("unlock", "shop", "--kubeconfig", kubeconfig.toString(), "--yes");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.printed()).contains(first.id()).contains("is running; nothing was changed");

            Path elsewhere = pipelineIn(folder.resolve("elsewhere"));
            Ran foreign = ran(elsewhere, "run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes");
            assertThat(foreign.code()).isEqualTo(1);
            assertThat(foreign.printed())
                    .contains("is held by rollout '" + first.id() + "'")
                    .contains("slipway unlock 'shop' --target sandbox");

            approve(first);
            assertThat(first.await(LONG)).isPresent();
        }
        assertThat(run("unlock", "shop", "--kubeconfig", kubeconfig.toString(), "--yes"))
                .isEqualTo(2);
        assertThat(err()).contains("nobody holds group 'shop'");
    }

    @Test
    void aProcessThatEndedLosesItInItsOwnFolderAndKeepsItElsewhereUntilUnlocked() throws IOException {
        assertThat(run("run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes"))
                .as(err())
                .isEqualTo(3);
        Path elsewhere = pipelineIn(folder.resolve("elsewhere"));

        assertThat(ran(elsewhere, "run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes")
                        .code())
                .isEqualTo(1);
        Ran unasked = ran(elsewhere, "unlock", "shop", "--kubeconfig", kubeconfig.toString());
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.printed()).contains("is held by rollout 'shop-").contains("Confirm with --yes");
        Ran freed = ran(elsewhere, "unlock", "shop", "--kubeconfig", kubeconfig.toString(), "--yes");
        assertThat(freed.code()).as(freed.printed()).isZero();
        assertThat(freed.printed()).contains("group 'shop' is free; it was held by rollout 'shop-");
        assertThat(ran(elsewhere, "run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes")
                        .code())
                .isEqualTo(3);

        assertThat(run("run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes"))
                .as("now the other folder holds it")
                .isEqualTo(1);
        assertThat(ran(elsewhere, "run", "shop", "--kubeconfig", kubeconfig.toString(), "--yes")
                        .code())
                .as("its own process has ended")
                .isEqualTo(3);
    }

    @Test
    void aNamespaceThatIsNotThereIsSaidAndNotWaitedFor() throws IOException {
        Path nowhere = Files.writeString(
                folder.resolve("nowhere"),
                Files.readString(kubeconfig).replace("namespace: \"default\"", "namespace: \"nowhere\""));

        Ran refused = ran("run", "shop", "--kubeconfig", nowhere.toString(), "--yes");
        assertThat(refused.code()).as(refused.printed()).isEqualTo(1);
        assertThat(refused.printed())
                .contains("concurrency group 'shop' cannot be acquired in namespace 'nowhere' of target 'sandbox'")
                .contains("create the namespace, or set another one in the kube context");
    }

    @Test
    void serversWithTheSameNamespaceAreToldApartByTheirCluster() throws IOException {
        try (PortBoundTemporal one = PortBoundTemporal.start(0, "one");
                PortBoundTemporal two = PortBoundTemporal.start(0, "two");
                EngineSession worker = worker(one);
                EngineSession other = worker(two)) {
            RolloutHandle first = waiting(worker);

            RolloutHandle second = other.engine().start(RolloutInput.of("shop"));
            assertThat(second.await(LONG).orElseThrow().message())
                    .contains("is held by rollout '" + first.id() + "'")
                    .contains("the Temporal server at " + one.target() + ", namespace default")
                    .contains("slipway watch " + first.id() + " --temporal-address " + one.target())
                    .contains("slipway unlock 'shop' --target sandbox");

            Ran asked = unlock("--temporal-address", one.target());
            assertThat(asked.code()).isEqualTo(2);
            assertThat(asked.printed()).contains("is running");

            first.terminate("gone");
            RolloutHandle third = other.engine().start(RolloutInput.of("shop"));
            assertThat(third.await(LONG).orElseThrow().message())
                    .as("a foreign holder is never taken over")
                    .contains("is held by rollout '" + first.id() + "'");
            assertThat(unlock("--temporal-address", one.target()).code()).isZero();
            RolloutHandle fourth = waiting(other);
            approve(fourth);
            assertThat(fourth.await(LONG).orElseThrow().succeeded()).isTrue();
        }
    }

    private Ran unlock(String... more) {
        return ran(Stream.concat(
                        Stream.of("unlock", "shop", "--kubeconfig", kubeconfig.toString(), "--yes"), Stream.of(more))
                .toArray(String[]::new));
    }

    private EngineSession worker(PortBoundTemporal server) throws IOException {
        Environment environment =
                environment(folder.resolve("of-" + server.target().replace(':', '-')));
        TemporalOptions options =
                CommandLine.populateCommand(new TemporalOptions(), "--temporal-address", server.target());
        return EngineSession.worker(
                new Home(environment),
                options.required(environment),
                reached(),
                new FolderPlanning(List.of(folder), Optional.empty()));
    }

    private ChosenCluster reached() {
        return ChosenCluster.reached(Optional.of(kubeconfig), "");
    }

    private static Home home(Path place) {
        return new Home(environment(place));
    }

    private static Environment environment(Path place) {
        Console console = Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return new Environment(console, place, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
    }

    private static RolloutHandle waiting(EngineSession session) {
        RolloutHandle rollout = session.engine().start(RolloutInput.of("shop"));
        await().atMost(LONG).until(() -> rollout.overview().waiting().containsKey("go"));
        return rollout;
    }

    private static void approve(RolloutHandle rollout) {
        rollout.decide(Decision.Kind.APPROVE, new DecisionRequest("go", "ada", "", false));
    }
}
