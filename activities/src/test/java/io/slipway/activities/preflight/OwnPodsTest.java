package io.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.deploy.DeployHandler;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.Preflight;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose pods take room away from a pipeline. */
class OwnPodsTest {
    private static final JsonNode WEB = Json.read("""
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"},
             "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}},
              "template": {"metadata": {"labels": {"app": "web"}},
               "spec": {"containers": [{"name": "web", "image": "registry.example/web:1",
                "resources": {"requests": {"cpu": "500m"}}}]}}}}
            """, JsonNode.class);

    @Test
    void aSecondRolloutHasTheRoomOfTheFirst() throws Exception {
        try (TestCluster cluster = TestCluster.working()) {
            String empty = room(cluster, "shop");
            new DeployHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()))
                    .run(
                            Binder.read(Deploy.class, Json.tree(Map.of("inline", List.of(WEB), "wait", true))),
                            cluster.step(new FakeTask().pipeline("shop").step("web")));

            assertThat(room(cluster, "shop")).isEqualTo(empty + ", beside this pipeline's own pods (2)");
            assertThat(room(cluster, "other")).isNotEqualTo(empty).doesNotContain("own pods");
        }
    }

    private static String room(TestCluster cluster, String pipeline) throws InterruptedException {
        FakeStepContext context = cluster.step(new FakeTask().pipeline(pipeline));
        new PreflightHandler(cluster.clusters())
                .run(Binder.read(Preflight.class, Json.tree(Map.of("capacity", Map.of("cpu", "1")))), context);
        return context.recorder().checks().getFirst().seen();
    }
}
