package io.slipway.activities.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.ready.Diagnostician;
import io.slipway.activities.cluster.ready.ReadyWaiter;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.action.Helm;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Binder;
import io.slipway.sandbox.api.ApiFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code helm} promises, against a cluster whose controllers work. */
class HelmTest {
    private static TestCluster cluster;
    private static HelmHandler handler;

    @BeforeAll
    static void start() {
        cluster = TestCluster.working();
        handler = new HelmHandler(cluster.clusters(), new ReadyWaiter(cluster.clusters(), Diagnostician.none()));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** A process that is killed would leave it where temporary files are. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsNoFileOfHelmsLibrary() throws InterruptedException, IOException {
        run("mapped", task("r1"), Map.of());
        assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
                .filteredOn(line -> line.contains("helm-linux"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(deleted)"));
    }

    @Test
    void installsOnceForAKeyThenUpgradesThenLeavesAlone() throws InterruptedException {
        Done first = run("once", task("r1"), Map.of());
        assertThat(first.outputs())
                .containsEntry("revision", Json.tree(1L))
                .containsEntry("status", Json.tree("deployed"));
        assertThat(find("deployment", "once")).isPresent();
        assertThat(find("widget", "once")).as("of the chart's own definition").isPresent();
        assertThat(find("job", "once-migrate")).as("a hook that is kept").isPresent();
        assertThat(find("configmap", "once-migration")).as("a hook that goes").isEmpty();
        assertThat(find("pod", "once-test")).as("a hook of tests").isEmpty();
        JsonNode facts = find("configmap", "once-facts").orElseThrow();
        assertThat(facts.path("data"))
                .isEqualTo(
                        Json.tree(Map.of("greeting", "hello", "upgrade", "false", "jobs", "true", "widgets", "false")));
        assertThat(facts.at("/metadata/annotations/meta.helm.sh~1release-name").asText())
                .isEqualTo("once");

        FakeStepContext successor = context(task("r1"));
        assertThat(handler.run(helm("once", Map.of()), successor).outputs()).isEqualTo(first.outputs());
        assertThat(successor.writes()).isZero();

        Done second = run("once", task("r2"), Map.of("set", Map.of("greeting", "good day")));
        assertThat(second.outputs()).containsEntry("revision", Json.tree(2L));
        assertThat(find("configmap", "once-facts")
                        .orElseThrow()
                        .at("/data/upgrade")
                        .asText())
                .isEqualTo("true");
        assertThat(statuses("once")).containsExactly(Status.SUPERSEDED, Status.DEPLOYED);

        Done third = run("once", task("r3"), Map.of("inline", Map.of("greeting", "good day")));
        assertThat(third.summary()).contains("revision 2 is up to date: 3 unchanged");
        assertThat(statuses("once")).hasSize(2);
    }

    @Test
    void whatTheChartNoLongerHasGoesUnlessItIsToBeKept() throws InterruptedException {
        run("less", task("r1"), Map.of("set", Map.of("extra", true)));
        assertThat(find("configmap", "less-extra")).isPresent();
        run("less", task("r2"), Map.of());
        assertThat(find("configmap", "less-extra")).isEmpty();
        assertThat(find("configmap", "less-kept")).isPresent();

        Done gone = handler.run(
                Binder.read(Helm.class, Json.tree(Map.of("release", "less", "uninstall", true))), context(task("r3")));
        assertThat(gone.outputs()).containsEntry("status", Json.tree("uninstalled"));
        assertThat(find("deployment", "less")).isEmpty();
        assertThat(find("configmap", "less-kept")).isPresent();
        assertThat(find("crd", "widgets.charts.example.com")).isPresent();
        assertThat(history("less").revisions()).isEmpty();
    }

    @Test
    void aReleaseStuckInPendingIsRepaired() throws InterruptedException {
        run("stuck", task("r1"), Map.of());
        Release crashed = history("stuck").last().orElseThrow().again(2, Status.PENDING_UPGRADE, "", Instant.now(), "");
        store("stuck").save(crashed);
        FakeStepContext context = context(task("r2"));
        Done done = handler.run(helm("stuck", Map.of("set", Map.of("greeting", "again"))), context);
        assertThat(done.outputs()).containsEntry("revision", Json.tree(3L));
        assertThat(statuses("stuck")).containsExactly(Status.SUPERSEDED, Status.FAILED, Status.DEPLOYED);
        assertThat(context.recorder().warnings())
                .singleElement()
                .asString()
                .contains("revision 2 was stuck in pending-upgrade");
    }

    @Test
    void aLostWorkersSuccessorGoesOnWithTheSameRevision() throws InterruptedException {
        run("lost", task("r1"), Map.of());
        Release live = history("lost").last().orElseThrow();
        String key = task("r2").make().shortKey();
        store("lost").save(live.again(2, Status.PENDING_UPGRADE, "", Instant.now(), key));
        Done done = run("lost", task("r2"), Map.of("set", Map.of("greeting", "on")));
        assertThat(done.outputs()).containsEntry("revision", Json.tree(2L));
        assertThat(statuses("lost")).containsExactly(Status.SUPERSEDED, Status.DEPLOYED);
    }

    /** The client sends a request again whose answer is lost, and the API server refuses the second one. */
    @ParameterizedTest
    @ValueSource(strings = {"create", "update"})
    void aRevisionWhoseAnswerIsLostIsKept(String verb) throws InterruptedException {
        cluster.sandbox().faults().add(new ApiFault(verb, "secrets", "*", 1, new ApiFault.Drop(true)));
        Done done = run("answer-" + verb, task("r1"), Map.of());
        assertThat(done.outputs()).containsEntry("revision", Json.tree(1L));
        assertThat(statuses("answer-" + verb)).containsExactly(Status.DEPLOYED);
    }

    @Test
    void aFailedUpgradeGoesBack() throws InterruptedException {
        run("back", task("r1"), Map.of());
        Map<String, Object> values = Map.of("greeting", "never", "migration", List.of("sh", "-c", "exit 3"));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> run("back", task("r2"), Map.of("inline", values)));
        assertThat(failure.failure().message())
                .contains("the pre-upgrade hook job/back-migrate", "the release is back at revision 1, as revision 3");
        assertThat(statuses("back")).containsExactly(Status.SUPERSEDED, Status.FAILED, Status.DEPLOYED);
        assertThat(greeting("back")).isEqualTo("hello");
    }

    @Test
    void aFailedInstallationIsTakenAway() throws InterruptedException {
        Map<String, Object> values = Map.of("cpu", "9000");
        FakeTask task = task("r1").timeout(Duration.ofSeconds(3));
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> run("none", task, Map.of("inline", values)));
        assertThat(failure.failure().message()).contains("what was installed has been removed");
        assertThat(history("none").revisions()).isEmpty();
        assertThat(find("configmap", "none-facts")).isEmpty();
    }

    /** Helm deletes what its last failed revision had only when none was ever deployed. */
    @Test
    void whatFailedRevisionsHaveLeftGoesWithTheNext() throws InterruptedException {
        failed("left", "r1");
        assertThat(find("configmap", "left-extra")).isPresent();
        run("left", task("r2"), Map.of());
        assertThat(find("configmap", "left-extra")).isEmpty();
        assertThat(find("configmap", "left-kept")).isPresent();

        failed("left", "r3");
        assertThat(find("configmap", "left-extra")).isPresent();
        run("left", task("r4"), Map.of("set", Map.of("greeting", "new")));
        assertThat(find("configmap", "left-extra")).isEmpty();
        assertThat(statuses("left")).containsExactly(Status.FAILED, Status.SUPERSEDED, Status.FAILED, Status.DEPLOYED);
    }

    private static void failed(String release, String rollout) {
        FakeTask task = task(rollout).timeout(Duration.ofSeconds(3));
        Map<String, Object> values = Map.of("extra", true, "cpu", "9000");
        assertThat(catchThrowableOfType(
                        StepFailure.class, () -> run(release, task, Map.of("atomic", false, "inline", values))))
                .isNotNull();
    }

    @Test
    void undoGoesToTheRevisionBefore() throws InterruptedException {
        run("undone", task("r1"), Map.of());
        run("undone", task("r2"), Map.of("set", Map.of("greeting", "new", "extra", true)));
        Done undone = handler.undo(helm("undone", Map.of()), context(task("r2").undo(List.of())));
        assertThat(undone.outputs()).containsEntry("revision", Json.tree(3L));
        assertThat(greeting("undone")).isEqualTo("hello");
        assertThat(find("configmap", "undone-extra")).isEmpty();
        FakeStepContext again = context(task("r2").undo(List.of()));
        handler.undo(helm("undone", Map.of()), again);
        assertThat(again.writes()).isZero();

        handler.undo(helm("undone", Map.of()), context(task("r9").undo(List.of())));
        assertThat(statuses("undone")).as("a rollout that made none").hasSize(3);
    }

    @Test
    void undoOfTheFirstInstallationTakesItAway() throws InterruptedException {
        run("first", task("r1"), Map.of());
        handler.undo(helm("first", Map.of()), context(task("r1").undo(List.of())));
        assertThat(find("deployment", "first")).isEmpty();
        assertThat(history("first").revisions()).isEmpty();
    }

    @Test
    void whatHelmInstalledIsAdopted() throws InterruptedException {
        run("adopted", task("r1"), Map.of());
        Release ours = history("adopted").last().orElseThrow();
        store("adopted").save(ours.again(2, Status.DEPLOYED, "Upgrade complete", Instant.now(), ""));
        ObjectNode edited = find("configmap", "adopted-facts").orElseThrow().deepCopy();
        edited.withObject("/data").put("greeting", "from helm");
        cluster.client()
                .raw(
                        "/api/v1/namespaces/" + cluster.namespace() + "/configmaps/adopted-facts?fieldManager=helm",
                        "PUT",
                        edited);
        Done done = run("adopted", task("r2"), Map.of("set", Map.of("greeting", "ours")));
        assertThat(done.outputs()).containsEntry("revision", Json.tree(3L));
        assertThat(greeting("adopted")).isEqualTo("ours");
        assertThat(find("configmap", "adopted-facts")
                        .orElseThrow()
                        .at("/metadata/managedFields")
                        .toString())
                .doesNotContain("\"helm\"");
    }

    @Test
    void aMissingNamespaceIsMade() throws InterruptedException {
        String fresh = cluster.namespace() + "-fresh";
        Done done = run("spaced", task("r1"), Map.of("namespace", fresh, "createNamespace", true));
        assertThat(done.outputs()).containsEntry("revision", Json.tree(1L));
        assertThat(cluster.client()
                        .configMaps()
                        .inNamespace(fresh)
                        .withName("spaced-facts")
                        .get())
                .isNotNull();
    }

    private static Done run(String release, FakeTask task, Map<String, Object> more) throws InterruptedException {
        return handler.run(helm(release, more), context(task));
    }

    private static Helm helm(String release, Map<String, Object> more) {
        Map<String, Object> block = new HashMap<>(more);
        block.put("chart", "web");
        block.put("release", release);
        return Binder.read(Helm.class, Json.tree(block));
    }

    private static FakeTask task(String rollout) {
        return new FakeTask().rollout(rollout).timeout(Duration.ofMinutes(1));
    }

    private static FakeStepContext context(FakeTask task) {
        return TestChart.step(cluster, task);
    }

    private static ReleaseStore store(String release) {
        Cluster target = cluster.cluster();
        return new ReleaseStore(target.api().writing(() -> {}), cluster.namespace(), release);
    }

    private static History history(String release) throws InterruptedException {
        return store(release).load();
    }

    private static List<Status> statuses(String release) throws InterruptedException {
        return history(release).revisions().stream().map(Release::status).toList();
    }

    private static String greeting(String release) throws InterruptedException {
        return find("configmap", release + "-facts")
                .map(facts -> facts.at("/data/greeting").asText())
                .orElse("");
    }

    private static Optional<JsonNode> find(String kind, String name) throws InterruptedException {
        Cluster target = cluster.cluster();
        var found = target.kinds().called(kind);
        return target.api().get(found, found.namespaced() ? cluster.namespace() : "", name);
    }
}
