package io.slipway.activities.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.Test;

/** What is taken out of a manifest goes, also from a field that the API server knows only as a whole. */
class TakenOutTest {
    private static final String NARROW = """
            apiVersion: v1
            kind: Service
            metadata: {name: shop}
            spec:
              selector: {app: shop, tier: gold}
              ports: [{port: 80}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: shop}
            spec:
              podSelector: {}
              ingress:
              - from: [{podSelector: {matchLabels: {app: shop}}}]
                ports: [{protocol: TCP, port: 80}]
            """;

    @Test
    void aKeyOfASelectorAndAFieldOfAnElement() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            apply(cluster, 1, NARROW);

            Placed wide = apply(
                    cluster,
                    2,
                    NARROW.replace(", tier: gold", "").replace("    ports: [{protocol: TCP, port: 80}]\n", ""));

            assertThat(spec(cluster, "services").path("selector").toString()).isEqualTo("{\"app\":\"shop\"}");
            assertThat(spec(cluster, "networkpolicies").at("/ingress/0/ports").isMissingNode())
                    .isTrue();
            assertThat(wide.summary()).isEqualTo("2 configured");
        }
    }

    @Test
    void nothingIsWrittenWhereNothingIsTakenOut() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            apply(cluster, 1, NARROW);

            assertThat(apply(cluster, 2, NARROW).summary()).isEqualTo("2 unchanged");
        }
    }

    private static JsonNode spec(TestCluster cluster, String kind) throws InterruptedException {
        return cluster.cluster()
                .api()
                .get(cluster.cluster().kinds().called(kind), cluster.namespace(), "shop")
                .orElseThrow()
                .path("spec");
    }

    private static Placed apply(TestCluster cluster, int attempt, String yaml) throws InterruptedException {
        FakeStepContext context = cluster.step(
                        new FakeTask().pipeline("shop").step("apply").attempt(attempt))
                .withFile("x.yaml", yaml);
        List<Desired> objects = new DesiredObjects(cluster.cluster(), cluster.namespace(), Owner.of(context.task()))
                .of(new Manifests(context, List.of()).read(List.of(new FilePath("x.yaml")), List.of()));
        return new OwnedObjects(cluster.cluster(), context).put(objects, Conflicts.FAIL);
    }
}
