package io.slipway.activities.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Reconcile;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code reconcile} promises, against the sandbox's Flux. */
class ReconcileTest {
    private static final Path MANIFESTS = Path.of("../examples/reconcile/manifests");

    private static TestCluster cluster;
    private static ReconcileHandler handler;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = TestCluster.working();
        handler = new ReconcileHandler(cluster.clusters());
        deploy("flux.yaml", Files.readString(MANIFESTS.resolve("flux.yaml")));
        deploy("platform.yaml", Files.readString(MANIFESTS.resolve("platform.yaml")));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static void deploy(String file, String text) throws InterruptedException {
        JsonNode block = Json.tree(Map.of("manifests", List.of(file)));
        new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                .run(
                        Binder.read(Deploy.class, block),
                        cluster.step(new FakeTask().step(file)).withFile(file, text));
    }

    @Test
    void waitsForTheRevisionAndFetchesItsSourceFirst() throws InterruptedException {
        FakeStepContext context = cluster.step(new FakeTask());
        Done done = handler.run(read("kustomization/apps", "revision", "main"), context);
        assertThat(done.outputs().get("revision").asText()).matches("main@sha1:[0-9a-f]{40}");
        assertThat(context.recorder().changes())
                .extracting(change -> change.ref())
                .containsExactly("gitrepository/platform", "kustomization/apps");
        FakeStepContext successor = cluster.step(new FakeTask());
        handler.run(read("kustomization/apps", "revision", "main"), successor);
        assertThat(successor.writes()).as("asked once for a key").isZero();
    }

    @Test
    void theObjectAtTheEndOfTheChainIsNamed() throws InterruptedException {
        deploy("chain.yaml", """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: { name: postgres, annotations: { sandbox.slipway.io/fails: "chart not found" } }
                spec: { chart: { spec: { chart: postgres, version: 1.0.0, sourceRef: { kind: GitRepository, name: platform } } } }
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: { name: airflow }
                spec:
                  dependsOn: [{ name: postgres }]
                  chart: { spec: { chart: airflow, version: 2.0.0, sourceRef: { kind: GitRepository, name: platform } } }
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: { name: dags }
                spec:
                  dependsOn: [{ name: airflow }]
                  chart: { spec: { chart: dags, version: 3.0.0, sourceRef: { kind: GitRepository, name: platform } } }
                """);
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofSeconds(3)));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> handler.run(read("helmrelease/dags"), context));
        assertThat(failure.failure().cause())
                .isEqualTo("it waits for HelmRelease/postgres in namespace " + cluster.namespace()
                        + ", which is not ready: ReconciliationFailed: chart not found");
    }

    @Test
    void whatFailsByItselfFailsTheStepBeforeItsTimeIsOver() throws InterruptedException {
        deploy("broken.yaml", """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: { name: broken, annotations: { sandbox.slipway.io/fails: "authentication required" } }
                spec: { url: "https://example.com/x" }
                """);
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofMinutes(5)));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> handler.run(read("gitrepository/broken"), context));
        assertThat(failure.failure().cause()).isEqualTo("FetchFailed: authentication required");
        assertThat(context.left()).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void aRevisionThatDoesNotComeIsNamed() {
        FakeStepContext context = cluster.step(new FakeTask().step("other").timeout(Duration.ofSeconds(2)));
        StepFailure failure = catchThrowableOfType(
                StepFailure.class, () -> handler.run(read("gitrepository/platform", "revision", "release"), context));
        assertThat(failure.failure().message())
                .contains("is at revision main@sha1:")
                .contains("instead of release");
    }

    private static Reconcile read(String flux, String... more) {
        Map<String, Object> block = new TreeMap<>(Map.of("flux", flux));
        for (int i = 0; i < more.length; i += 2) {
            block.put(more[i], more[i + 1]);
        }
        return Binder.read(Reconcile.class, Json.tree(block));
    }
}
