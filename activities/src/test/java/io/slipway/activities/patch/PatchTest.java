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
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Patch;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import io.slipway.sandbox.api.ApiFault;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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
        undo(patch, context);
        assertThat(data("merge")).isEqualTo(Map.of("slots", "4", "a.b", "old", "gone", "x", "theirs", "kept"));
    }

    @Test
    void operationsAreNotCarriedOutTwiceUnderAKey() throws InterruptedException {
        Patch patch = addingTo("list");
        FakeStepContext first = cluster.step(new FakeTask());
        handler.run(patch, first);
        FakeStepContext successor = cluster.step(new FakeTask(), first.blobs());
        assertThat(handler.run(patch, successor).summary()).contains("was patched before");
        assertThat(successor.writes()).isZero();
        assertThat(finalizers("list")).containsExactly("example.com/a", "example.com/b");
        undo(patch, successor);
        assertThat(finalizers("list")).as("undone without the first worker").containsExactly("example.com/a");
    }

    @Test
    void whatATryDidWhoseWorkerWasLostIsTakenBackByItsMark() throws InterruptedException {
        create("unheard", Map.of("slots", "4"));
        Patch patch = read(Map.of("of", "configmap/unheard", "patch", Json.read("""
                        {"data": {"slots": "8"}}""", JsonNode.class)));
        FakeStepContext lost = cluster.step(new FakeTask());
        handler.run(patch, lost);
        handler.undo(patch, cluster.step(new FakeTask().undoOfALostTry(), lost.blobs()));
        assertThat(data("unheard")).isEqualTo(Map.of("slots", "4"));
    }

    @Test
    void operationsWhoseAnswerIsLostAreNotCarriedOutTwice() throws InterruptedException {
        Patch patch = addingTo("lost");
        FakeStepContext context = cluster.step(new FakeTask());
        ApiFault lost = new ApiFault("patch", "configmaps", "lost", 1, new ApiFault.Drop(true));
        StepContext losing =
                atFirstWrite(context, () -> cluster.sandbox().faults().add(lost));
        assertThat(handler.run(patch, losing).outputs()).containsEntry("changed", Json.tree(true));
        assertThat(context.writes()).as("sent again").isEqualTo(2);
        assertThat(finalizers("lost")).containsExactly("example.com/a", "example.com/b");
        assertThat(context.recorder().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields()).containsExactly("metadata.finalizers[1]"));
    }

    @Test
    void aLaterTryFindsWhatAnEarlierOneDidUnlessItIsGone() throws InterruptedException {
        Patch patch = addingTo("tries");
        FakeStepContext first = cluster.step(new FakeTask());
        handler.run(patch, first);
        others("tries", "theirs");
        FakeStepContext second = cluster.step(new FakeTask().attempt(2), first.blobs());
        assertThat(handler.run(patch, second).summary()).contains("was patched by an earlier try");
        assertThat(finalizers("tries")).containsExactly("example.com/a", "example.com/b");
        undo(patch, second);
        assertThat(finalizers("tries")).containsExactly("example.com/a");
        handler.run(patch, cluster.step(new FakeTask().attempt(3), first.blobs()));
        assertThat(finalizers("tries")).containsExactly("example.com/a", "example.com/b");
    }

    @Test
    void operationsAreMadeOnWhatAnotherWroteMeanwhile() throws InterruptedException {
        Patch patch = addingTo("raced");
        FakeStepContext context = cluster.step(new FakeTask());
        StepContext racing = atFirstWrite(context, () -> others("raced", "theirs"));
        handler.run(patch, racing);
        assertThat(context.writes()).as("looked again").isEqualTo(2);
        assertThat(finalizers("raced")).containsExactly("example.com/a", "example.com/b");
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

    /** The context, in which something happens between the dry run and the first write. */
    private static StepContext atFirstWrite(FakeStepContext context, Runnable what) {
        AtomicBoolean written = new AtomicBoolean();
        return (StepContext) Proxy.newProxyInstance(
                PatchTest.class.getClassLoader(), new Class<?>[] {StepContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("beforeWrite") && !written.getAndSet(true)) {
                        what.run();
                    }
                    return method.invoke(context, arguments);
                });
    }

    private static void undo(Patch patch, FakeStepContext done) throws InterruptedException {
        String detail = done.blobs().putText(Json.write(done.recorder().detail()));
        handler.undo(patch, cluster.step(new FakeTask().undo(List.of(detail)), done.blobs()));
    }

    /** Makes an object with a list, and a patch that makes it longer. */
    private static Patch addingTo(String name) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withFinalizers("example.com/a")
                        .endMetadata()
                        .withData(Map.of("a", "b"))
                        .build())
                .create();
        return read(Map.of("of", "configmap/" + name, "type", "json", "patch", Json.read("""
                        [{"op": "add", "path": "/metadata/finalizers/-", "value": "example.com/b"}]""", JsonNode.class)));
    }

    private static List<String> finalizers(String name) {
        return map(name).getMetadata().getFinalizers();
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
