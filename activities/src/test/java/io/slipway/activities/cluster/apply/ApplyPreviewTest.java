package io.slipway.activities.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Conflicts;
import io.slipway.model.journal.Change;
import io.slipway.model.spec.FilePath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code slipway plan} sees. */
class ApplyPreviewTest {
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {k: old}\n";
    private static final String SECRET =
            "apiVersion: v1\nkind: Secret\nmetadata: {name: sec}\nstringData: {k: old-value}\n";

    @Test
    void tellsWhatWouldChangeWithoutWriting() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            FakeStepContext before = context(cluster, MAP + "---\n" + SECRET);
            new OwnedObjects(cluster.cluster(), before).put(desired(cluster, before), Conflicts.FAIL);
            FakeStepContext after = context(
                    cluster,
                    (MAP + "---\n" + SECRET).replace("old", "new") + "---\n" + MAP.replace("name: map", "name: fresh"));
            List<Preview> previews = new ApplyPreview(cluster.cluster(), Owner.of(after.task()), Conflicts.FAIL)
                    .of(desired(cluster, after));
            assertThat(previews)
                    .extracting(Preview::kind)
                    .containsExactly(Change.Kind.CONFIGURED, Change.Kind.CONFIGURED, Change.Kind.CREATED);
            assertThat(previews.get(0).diff()).contains("-  k: old", "+  k: new");
            assertThat(previews.get(1).diff()).contains("***").doesNotContain("value", "b2xk", "bmV3");
            assertThat(cluster.client()
                            .configMaps()
                            .inNamespace(cluster.namespace())
                            .withName("fresh")
                            .get())
                    .isNull();
        }
    }

    @Test
    void aNamespaceOfSomebodyElseIsLeftAloneAsTheRunLeavesIt() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            FakeStepContext step = context(
                    cluster, "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + cluster.namespace() + "}\n");
            List<Desired> namespace = desired(cluster, step);
            ApplyPreview preview = new ApplyPreview(cluster.cluster(), Owner.of(step.task()), Conflicts.FAIL);
            assertThat(preview.of(namespace)).extracting(Preview::kind).containsExactly(Change.Kind.UNCHANGED);
            assertThat(preview.unchanged(namespace)).hasSize(1);
        }
    }

    private static FakeStepContext context(TestCluster cluster, String yaml) {
        return cluster.step(new FakeTask().pipeline("preview").step("x")).withFile("x.yaml", yaml);
    }

    private static List<Desired> desired(TestCluster cluster, FakeStepContext context) throws InterruptedException {
        return new DesiredObjects(cluster.cluster(), cluster.namespace(), Owner.of(context.task()))
                .of(new Manifests(context, List.of()).read(List.of(new FilePath("x.yaml")), List.of()));
    }
}
