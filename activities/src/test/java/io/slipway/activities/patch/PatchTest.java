package io.slipway.activities.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Patch;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code patch} promises, against an API server. */
class PatchTest {
    private static TestCluster cluster;
    private static PatchHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        handler = new PatchHandler(cluster.clusters());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aMergeIsMadeOnceAndTakenBackWithoutWhatOthersDidMeanwhile() throws InterruptedException {
        create("merge", Map.of("slots", "4", "a.b", "old", "gone", "x"));
        Patch patch = read(Map.of("of", "configmap/merge", "patch", Json.read("""
                        {"data": {"slots": "8", "a.b": "new", "more": "1", "gone": null}}""", JsonNode.class)));
        FakeStepContext context = cluster.step(new FakeTask());
        Done done = handler.run(patch, context);
        assertThat(done.outputs()).containsEntry("changed", Json.tree(true));
        assertThat(data("merge")).isEqualTo(Map.of("slots", "8", "a.b", "new", "more", "1"));
        assertThat(context.recorder().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .containsExactlyInAnyOrder("data.slots", "data.a.b", "data.more", "data.gone"));
        assertThat(context.recorder().logs().get("diff of configmap/merge")).contains("-  slots: '4'", "+  slots: '8'");
        assertThat(handler.run(patch, cluster.step(new FakeTask().rollout("other")))
                        .outputs())
                .containsEntry("changed", Json.tree(false));

        others("merge", "theirs");
        String detail = context.blobs().putText(Json.write(context.recorder().detail()));
        handler.undo(patch, cluster.step(new FakeTask().undo(List.of(detail)), context.blobs()));
        assertThat(data("merge")).isEqualTo(Map.of("slots", "4", "a.b", "old", "gone", "x", "theirs", "kept"));
    }

    @Test
    void operationsAreNotCarriedOutTwiceUnderAKey() throws InterruptedException {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("list")
                        .withFinalizers("example.com/a")
                        .endMetadata()
                        .build())
                .create();
        Patch patch = read(Map.of("of", "configmap/list", "type", "json", "patch", Json.read("""
                        [{"op": "add", "path": "/metadata/finalizers/-", "value": "example.com/b"}]""", JsonNode.class)));
        handler.run(patch, cluster.step(new FakeTask()));
        FakeStepContext successor = cluster.step(new FakeTask());
        assertThat(handler.run(patch, successor).summary()).contains("was patched before the worker was lost");
        assertThat(successor.writes()).isZero();
        assertThat(map("list").getMetadata().getFinalizers()).containsExactly("example.com/a", "example.com/b");
    }

    @Test
    void whatTheServerRefusesIsNotKeptAsAChange() {
        create("refused", Map.of("a", "b"));
        Patch patch = read(Map.of(
                "of",
                "configmap/refused",
                "patch",
                Json.read("{\"metadata\": {\"labels\": {\"a\": \"not a label!\"}}}", JsonNode.class)));
        FakeStepContext context = cluster.step(new FakeTask());
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handler.run(patch, context));
        assertThat(failure.failure().message()).contains("patch configmap/refused");
        assertThat(context.recorder().changes()).isEmpty();
    }

    private static void create(String name, Map<String, String> data) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }

    private static void others(String name, String key) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .edit(map -> {
                    map.getData().put(key, "kept");
                    return map;
                });
    }

    private static Map<String, String> data(String name) {
        return map(name).getData();
    }

    private static ConfigMap map(String name) {
        return cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName(name)
                .get();
    }

    private static Patch read(Map<String, ?> block) {
        return Binder.read(Patch.class, Json.tree(block));
    }
}
