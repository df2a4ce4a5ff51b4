package io.slipway.activities.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.cluster.ready.Subjects;
import io.slipway.activities.cluster.ready.WaitOptions;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.job.RunJobHandler;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.Pace;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.Target;
import io.slipway.model.action.RunJob;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps that join a watch which others have opened, and which has not yet heard of what was written just now. */
@Timeout(120)
class LaggingWatchTest {
    private static final ApiKind JOBS = ApiKind.namespaced("batch/v1", "Job", "jobs");

    private TestCluster cluster;
    private LaggingProxy proxy;
    private KubernetesClient client;
    private Clusters clusters;
    private Target target;
    private KubeApi api;

    @BeforeEach
    void start() throws IOException {
        cluster = TestCluster.bare();
        Config config = Config.fromKubeconfig(cluster.sandbox().kubeconfig());
        URI server = URI.create(config.getMasterUrl());
        proxy = new LaggingProxy(new InetSocketAddress(server.getHost(), server.getPort()));
        config.setMasterUrl(server.getScheme() + "://" + server.getHost() + ":" + proxy.port() + server.getPath());
        config.setHttp2Disable(true);
        config.setOnlyHttpWatches(true);
        client = new KubernetesClientBuilder().withConfig(config).build();
        clusters = new Clusters();
        target = new Target("lagging", cluster.namespace(), client, Pace.REAL, true, false, Optional.empty());
        api = cluster.cluster().api().writing(() -> {});
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        clusters.close();
        client.close();
        cluster.close();
    }

    private FakeStepContext step() {
        return new FakeStepContext(
                target, new FakeTask().timeout(Duration.ofSeconds(3)).make());
    }

    @Test
    void theStateBeforeAWriteIsNotTakenForReady() throws InterruptedException {
        api.create(Cluster.PODS, cluster.namespace(), Json.tree(pod("web")));
        ready("web", "True");
        try (WatchedKind others = clusters.of(target).watches().open(Cluster.PODS, cluster.namespace(), new Bell())) {
            assertThat(others.objects()).hasSize(1);
            proxy.lag();
            ready("web", "False");
            ReadyWaiter waiter = new ReadyWaiter(clusters, Diagnostician.none());
            Subjects web = Subjects.named(
                    List.of(new Subjects.Named(Cluster.PODS, Cluster.PODS.ref(cluster.namespace(), "web"))));
            StepFailure failure =
                    catchThrowableOfType(StepFailure.class, () -> waiter.await(web, WaitOptions.usual(), step()));
            assertThat(failure.failure().message()).startsWith("not ready in time: 0 of 1 ready");
        }
    }

    @Test
    void anObjectThatIsStillThereIsNotTakenForGone() throws InterruptedException {
        try (WatchedKind others =
                clusters.of(target).watches().open(Cluster.CONFIG_MAPS, cluster.namespace(), new Bell())) {
            assertThat(others.get(cluster.namespace(), "held")).isEmpty();
            proxy.lag();
            Map<String, Object> metadata = Map.of("name", "held", "finalizers", List.of("example.com/held"));
            api.create(
                    Cluster.CONFIG_MAPS,
                    cluster.namespace(),
                    Json.tree(Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata)));
            Doomed held = new Doomed(Cluster.CONFIG_MAPS, Cluster.CONFIG_MAPS.ref(cluster.namespace(), "held"), "");
            StepFailure failure = catchThrowableOfType(
                    StepFailure.class,
                    () -> new Removal(clusters.of(target), step()).remove(List.of(held), Removal.BACKGROUND));
            assertThat(failure.failure().message()).isEqualTo("not deleted in time: configmap/held");
        }
    }

    @Test
    void aJobThatWasJustMadeIsNotTakenForDeleted() throws InterruptedException {
        try (WatchedKind others = clusters.of(target).watches().open(JOBS, cluster.namespace(), new Bell())) {
            assertThat(others.objects()).isEmpty();
            proxy.lag();
            RunJob job = Binder.read(RunJob.class, Json.tree(Map.of("job", Map.of("inline", job()))));
            StepFailure failure = catchThrowableOfType(
                    StepFailure.class, () -> new RunJobHandler(clusters, Diagnostician.none()).run(job, step()));
            assertThat(failure.failure().message()).contains("did not end within the step's timeout");
        }
    }

    private void ready(String pod, String ready) throws InterruptedException {
        Map<String, Object> status = Map.of(
                "phase",
                "Running",
                "conditions",
                List.of(Map.of("type", "Ready", "status", ready)),
                "containerStatuses",
                List.of(Map.of(
                        "name",
                        "c",
                        "ready",
                        true,
                        "restartCount",
                        0,
                        "image",
                        "x",
                        "imageID",
                        "",
                        "state",
                        Map.of("running", Map.of()))));
        JsonNode patch = Json.tree(Map.of("status", status));
        cluster.client()
                .pods()
                .inNamespace(cluster.namespace())
                .withName(pod)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), Json.write(patch));
    }

    private static Map<String, Object> pod(String name) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", name),
                "spec",
                Map.of("containers", List.of(Map.of("name", "c", "image", "x"))));
    }

    private static Map<String, Object> job() {
        Map<String, Object> pod =
                Map.of("restartPolicy", "Never", "containers", List.of(Map.of("name", "c", "image", "x")));
        return Map.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                Map.of("name", "any"),
                "spec",
                Map.of("template", Map.of("spec", pod)));
    }
}
