package io.slipway.activities.restart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.Web;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Restart;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code restart} promises, against a cluster whose controllers work. */
class RestartTest {
    private static TestCluster cluster;
    private static RestartHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handler = new RestartHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void everyPodIsANewOneAndOnlyOnceForAKey() throws InterruptedException {
        Web web = Web.deploy(cluster, "fresh");
        List<String> before = pods("fresh");
        Restart restart = read(Map.of("of", "deployment/fresh"));
        FakeStepContext context = cluster.step(new FakeTask());
        Done done = handler.run(restart, context);
        assertThat(done.outputs()).containsEntry("revision", Json.tree("2"));
        List<String> after = pods("fresh");
        assertThat(after).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(context.recorder().changes()).hasSize(1);

        FakeStepContext successor = cluster.step(new FakeTask());
        handler.run(restart, successor);
        assertThat(successor.writes()).isZero();
        assertThat(pods("fresh")).containsExactlyInAnyOrderElementsOf(after);

        assertThat(handler.undo(restart, cluster.step(new FakeTask())).summary())
                .isEqualTo("deployment/fresh back at the revision before");
        assertThat(web.at("/spec/template/metadata").toString()).doesNotContain("slipway.io/restarted");
        assertThat(handler.undo(restart, cluster.step(new FakeTask())).summary())
                .isEqualTo("nothing was restarted");
    }

    @Test
    void allThatASelectorFinds() throws InterruptedException {
        Web.deploy(cluster, "chosen");
        Done done = handler.run(read(Map.of("selector", "app=chosen")), cluster.step(new FakeTask()));
        assertThat(done.summary()).isEqualTo("deployment/chosen restarted");
    }

    private static List<String> pods(String app) {
        return cluster.client().pods().inNamespace(cluster.namespace()).withLabel("app", app).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(pod -> pod.getMetadata().getName())
                .toList();
    }

    private static Restart read(Map<String, ?> block) {
        JsonNode tree = Json.tree(block);
        return Binder.read(Restart.class, tree);
    }
}
