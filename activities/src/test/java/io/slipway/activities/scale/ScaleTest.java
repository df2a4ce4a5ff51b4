package io.slipway.activities.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.Web;
import io.slipway.activities.cluster.drift.DriftReader;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Scale;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code scale} promises, against a cluster whose controllers work. */
class ScaleTest {
    private static TestCluster cluster;
    private static ScaleHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handler = new ScaleHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void scalesWaitsAndPutsBackSoThatNothingDrifts() throws InterruptedException {
        Web web = Web.deploy(cluster, "there-and-back");
        FakeStepContext context = step("r1");
        Done done = handler.run(scale("there-and-back", 4), context);
        assertThat(done.outputs()).containsEntry("before", Json.tree(2L)).containsEntry("after", Json.tree(4L));
        assertThat(web.at("/status/readyReplicas").asInt()).isEqualTo(4);
        assertThat(context.recorder().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CONFIGURED);
            assertThat(change.fields()).containsExactly("spec.replicas");
            assertThat(change.before()).isPresent();
        });

        Done undone = handler.undo(scale("there-and-back", 4), step("r1"));
        assertThat(undone.summary()).isEqualTo("deployment/there-and-back restored from 4 to 2 replicas");
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(web.at("/metadata/annotations").toString()).doesNotContain("slipway.io/scaled");
        assertThat(new DriftReader(cluster.cluster(), new InventoryName("demo", cluster.namespace())).read())
                .isEmpty();
        assertThat(handler.undo(scale("there-and-back", 4), step("r1")).summary())
                .endsWith("is as it was before");
    }

    @Test
    void aSuccessorOfALostWorkerKnowsTheSizeBefore() throws InterruptedException {
        Web web = Web.deploy(cluster, "lost");
        handler.run(scale("lost", 3), step("r1"));
        FakeStepContext successor = step("r1");
        Done done = handler.run(scale("lost", 3), successor);
        assertThat(done.outputs()).containsEntry("before", Json.tree(2L));
        assertThat(successor.writes()).isZero();
        handler.run(
                scale("lost", 5),
                cluster.step(new FakeTask().rollout("r1").step("scale-up").attempt(2)));
        handler.undo(scale("lost", 5), step("r1"));
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void whatAnEarlierRolloutCouldNotPutBackIsStillKnown() throws InterruptedException {
        Web web = Web.deploy(cluster, "abandoned");
        handler.run(scale("abandoned", 3), step("r1"));
        FakeStepContext context = step("r2");
        Done done = handler.run(scale("abandoned", 3), context);
        assertThat(done.outputs()).containsEntry("before", Json.tree(2L));
        assertThat(context.recorder().warnings())
                .singleElement()
                .asString()
                .contains("rollout r1, which has not restored it");
        handler.undo(scale("abandoned", 3), step("r2"));
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void aLaterDeployGetsItsFieldBackWithoutAConflict() throws InterruptedException {
        Web web = Web.deploy(cluster, "redeployed");
        handler.run(scale("redeployed", 3), step("r1"));
        web.deploy();
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void theSameSizeIsLeftAlone() throws InterruptedException {
        Web.deploy(cluster, "same");
        FakeStepContext context = step("r1");
        assertThat(handler.run(scale("same", 2), context).summary())
                .isEqualTo("deployment/same has 2 replicas already");
        assertThat(context.writes()).isZero();
        assertThat(context.recorder().changes()).extracting(Change::kind).containsExactly(Change.Kind.UNCHANGED);
    }

    @Test
    void whatWasDeletedNeedsNotBePutBack() throws InterruptedException {
        assertThat(handler.undo(scale("never-there", 3), step("r1")).summary())
                .isEqualTo("deployment/never-there is gone; nothing to restore");
    }

    @Test
    void stopsWhenItIsCancelled() throws InterruptedException {
        Web web = Web.deploy(cluster, "cancelled");
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(
                        InterruptedException.class, () -> handler.run(scale("cancelled", 3), step("r1"))))
                .isNotNull();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
    }

    private static FakeStepContext step(String rollout) {
        return cluster.step(new FakeTask().rollout(rollout).step("scale-up"));
    }

    private static Scale scale(String name, int replicas) {
        JsonNode block = Json.tree(Map.of("of", "deployment/" + name, "replicas", replicas, "restore", "stage"));
        return Binder.read(Scale.class, block);
    }
}
