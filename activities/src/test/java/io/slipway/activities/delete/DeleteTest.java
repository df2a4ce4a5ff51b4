package io.slipway.activities.delete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Delete;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code delete} promises, against an API server. */
class DeleteTest {
    private static TestCluster cluster;
    private static DeleteHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        handler = new DeleteHandler(cluster.clusters());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void deletesWhatTheSelectorFindsAndIsNotSurprisedTheSecondTime() throws InterruptedException {
        create("a", "sel");
        create("b", "sel");
        create("c", "other");
        Delete action = selected("group=sel", Optional.empty());
        FakeStepContext context = cluster.step(new FakeTask());
        Done done = handler.run(action, context);
        assertThat(done.outputs().get("deleted").toString()).isEqualTo("[\"configmap/a\",\"configmap/b\"]");
        assertThat(context.recorder().changes()).hasSize(2);
        assertThat(exists("a")).isFalse();
        assertThat(exists("c")).isTrue();
        assertThat(handler.run(action, cluster.step(new FakeTask())).summary()).isEqualTo("nothing to delete");
    }

    @Test
    void refusesWhenToldTo() {
        create("precious", "refuse");
        FakeStepContext context =
                cluster.step(new FakeTask()).late((late, seen) -> ((List<?>) seen.get("objects")).size() == 1);
        StepFailure failure = catchThrowableOfType(
                StepFailure.class,
                () -> handler.run(selected("group=refuse", Optional.of(new Late("size(objects) == 1"))), context));
        assertThat(failure.failure().cause()).contains("size(objects) == 1");
        assertThat(exists("precious")).isTrue();
    }

    @Test
    void aFinalizerThatHangsIsNamed() {
        create("stuck", "stuck", "example.com/never");
        Delete action = new Delete(
                Optional.of(new Ref("cm/stuck")),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Delete.Cascade.BACKGROUND,
                Optional.empty());
        FakeStepContext context = cluster.step(new FakeTask().timeout(Duration.ofMillis(700)));
        StepFailure failure = catchThrowableOfType(StepFailure.class, () -> handler.run(action, context));
        assertThat(failure.failure().cause()).contains("configmap/stuck", "example.com/never");
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("stuck")
                .edit(map -> {
                    map.getMetadata().setFinalizers(List.of());
                    return map;
                });
    }

    private static Delete selected(String selector, Optional<Late> refuseIf) {
        return new Delete(
                Optional.empty(),
                List.of(),
                Optional.of(selector),
                List.of("ConfigMap"),
                Optional.empty(),
                Delete.Cascade.BACKGROUND,
                refuseIf);
    }

    private static boolean exists(String name) {
        return cluster.client()
                        .configMaps()
                        .inNamespace(cluster.namespace())
                        .withName(name)
                        .get()
                != null;
    }

    private static void create(String name, String group, String... finalizers) {
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .addToLabels("group", group)
                        .withFinalizers(finalizers)
                        .endMetadata()
                        .build())
                .create();
    }
}
