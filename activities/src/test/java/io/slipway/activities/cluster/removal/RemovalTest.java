package io.slipway.activities.cluster.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemovalTest {
    /** Stands for a custom resource: it is of no kind that runs pods or that those need. */
    private static final ApiKind INGRESSES = ApiKind.namespaced("networking.k8s.io/v1", "Ingress", "ingresses");

    /** An operator that went first could not clean up any more. */
    @Test
    void whatWaitsForItsFinalizerGoesBeforeTheRest() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            KubeApi api = cluster.cluster().api().writing(() -> {});
            create(api, cluster, INGRESSES, Map.of("spec", Map.of("defaultBackend", backend())));
            create(api, cluster, Cluster.CONFIG_MAPS, Map.of());
            FakeStepContext step = new FakeStepContext(
                    cluster.target(),
                    new FakeTask().timeout(Duration.ofSeconds(2)).make());

            StepFailure failure = catchThrowableOfType(
                    StepFailure.class,
                    () -> new Removal(cluster.cluster(), step)
                            .remove(
                                    List.of(doomed(cluster, Cluster.CONFIG_MAPS), doomed(cluster, INGRESSES)),
                                    Removal.BACKGROUND));

            assertThat(failure.failure().message()).isEqualTo("not deleted in time: ingress/one");
            assertThat(api.get(Cluster.CONFIG_MAPS, cluster.namespace(), "one"))
                    .hasValueSatisfying(live -> assertThat(live.path("metadata").has("deletionTimestamp"))
                            .isFalse());
        }
    }

    private static Doomed doomed(TestCluster cluster, ApiKind kind) {
        return new Doomed(kind, kind.ref(cluster.namespace(), "one"), "");
    }

    private static void create(KubeApi api, TestCluster cluster, ApiKind kind, Map<String, Object> more)
            throws InterruptedException {
        List<String> finalizers = kind.equals(INGRESSES) ? List.of("example.com/held") : List.of();
        Map<String, Object> object = new HashMap<>(more);
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.kind());
        object.put("metadata", Map.of("name", "one", "finalizers", finalizers));
        api.create(kind, cluster.namespace(), Json.tree(object));
    }

    private static Map<String, Object> backend() {
        return Map.of("service", Map.of("name", "web", "port", Map.of("number", 80)));
    }
}
