package io.slipway.activities.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Conflicts;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many objects, new and again; and kinds that come with the manifests. */
class ManyObjectsTest {
    private static final int OBJECTS = 600;

    @Test
    void manyAtOnceAndAgain() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            assertThat(apply(cluster, "many", 1, configMaps("many")).summary()).isEqualTo(OBJECTS + " created");
            assertThat(apply(cluster, "many", 2, configMaps("many")).summary()).isEqualTo(OBJECTS + " unchanged");
        }
    }

    @Test
    void aKindAndItsObjectsTogether() throws InterruptedException {
        try (TestCluster cluster = TestCluster.working()) {
            Placed placed = apply(cluster, "kinds", 1, """
                    apiVersion: example.com/v1
                    kind: Widget
                    metadata: {name: one}
                    spec: {size: 3}
                    ---
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: widgets.example.com}
                    spec:
                      group: example.com
                      scope: Namespaced
                      names: {kind: Widget, plural: widgets, singular: widget, shortNames: [wi]}
                      versions:
                      - name: v1
                        served: true
                        storage: true
                        schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                    """);
            assertThat(placed.changes())
                    .extracting(change -> change.objectKind())
                    .containsExactly("CustomResourceDefinition", "Widget");
            assertThat(cluster.cluster().kinds().called("wi").kind()).isEqualTo("Widget");
        }
    }

    private static Placed apply(TestCluster cluster, String step, int attempt, String yaml)
            throws InterruptedException {
        FakeStepContext context = cluster.step(
                        new FakeTask().pipeline("p-" + step).step(step).attempt(attempt))
                .withFile("x.yaml", yaml);
        List<Desired> objects = new DesiredObjects(cluster.cluster(), cluster.namespace(), Owner.of(context.task()))
                .of(new Manifests(context, List.of()).read(List.of(new FilePath("x.yaml")), List.of()));
        return new OwnedObjects(cluster.cluster(), context).put(objects, Conflicts.FAIL);
    }

    private static String configMaps(String prefix) {
        return IntStream.range(0, OBJECTS)
                .mapToObj(i -> "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s-%d}\ndata: {k: v%d}\n"
                        .formatted(prefix, i, i))
                .collect(Collectors.joining("---\n"));
    }
}
