package io.slipway.activities.cluster.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.DesiredObjects;
import io.slipway.activities.cluster.drift.Drift;
import io.slipway.activities.cluster.drift.DriftReader;
import io.slipway.activities.cluster.manifest.Manifests;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.cluster.parallel.Parallel;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.model.action.Conflicts;
import io.slipway.model.journal.Change;
import io.slipway.model.json.Json;
import io.slipway.model.spec.FilePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the inventory, prune and drift promise, against an API server. */
class PruneTest {
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void whatNoStepWantsGoesAndDataStays() throws InterruptedException {
        put("prune", "one", configMap("stays"), configMap("goes"), claim("disk"));
        put("prune", "old", configMap("of-an-old-step"));
        assertThat(put("prune", "one", configMap("stays")).stale()).isEqualTo(2);

        List<Change> changes = prune("prune").run(Set.of("one", "two"));
        assertThat(changes)
                .extracting(change -> change.kind() + " " + change.ref())
                .containsExactlyInAnyOrder(
                        "PRUNED configmap/goes",
                        "PRUNED configmap/of-an-old-step",
                        "SKIPPED persistentvolumeclaim/disk");
        assertThat(find("stays")).isPresent();
        assertThat(find("goes")).isEmpty();
        assertThat(prune("prune").run(Set.of("one"))).extracting(Change::kind).containsExactly(Change.Kind.SKIPPED);
    }

    @Test
    void whatWasReplacedOrTakenAwayIsLeftAlone() throws InterruptedException {
        put("leave", "one", configMap("replaced"), configMap("relabelled"));
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("replaced")
                .delete();
        cluster.client()
                .resource(configMap("replaced"))
                .inNamespace(cluster.namespace())
                .create();
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("relabelled")
                .edit(map -> {
                    map.getMetadata().getLabels().remove(Owner.PIPELINE);
                    return map;
                });
        assertThat(prune("leave").run(Set.of("other"))).isEmpty();
        assertThat(find("replaced")).isPresent();
        assertThat(find("relabelled")).isPresent();
        assertThat(store("leave").load().entries()).isEmpty();
    }

    @Test
    void anObjectThatMovesToAnotherStepStays() throws InterruptedException {
        put("moves", "a", configMap("moved"));
        put("moves", "a", configMap("something-else"));
        put("moves", "b", configMap("moved"));
        assertThat(prune("moves").run(Set.of("a", "b"))).isEmpty();
        assertThat(find("moved")).isPresent();
    }

    @Test
    void stepsSideBySideLoseNothing() throws InterruptedException {
        List<Integer> steps = IntStream.range(0, 12).boxed().toList();
        Parallel.map(steps, 12, i -> put("many", "step-" + i, configMap("many-" + i)));
        assertThat(store("many").load().entries()).hasSize(12);
    }

    @Test
    void aLargeInventoryIsSharded() throws InterruptedException {
        Map<ObjectRef, Entry.Origin> objects = new LinkedHashMap<>();
        IntStream.range(0, 6000)
                .forEach(i -> objects.put(
                        new ObjectRef("v1", "ConfigMap", cluster.namespace(), "x".repeat(100) + i), Entry.Origin.NONE));
        store("large").update(inventory -> inventory.claim("one", objects));
        List<JsonNode> shards = cluster.cluster()
                .api()
                .list(Cluster.CONFIG_MAPS, cluster.namespace(), ListQuery.labels(Shard.LABEL + "=large"));
        assertThat(shards)
                .hasSizeGreaterThan(1)
                .allMatch(shard -> Json.write(shard).length() < 1 << 20);
        assertThat(store("large").load().entries()).hasSize(6000);
    }

    @Test
    void driftNamesWhatAndWho() throws InterruptedException {
        put("drift", "one", configMap("same"), configMap("gone"), configMap("edited"));
        assertThat(drift("drift")).isEmpty();
        cluster.client()
                .configMaps()
                .inNamespace(cluster.namespace())
                .withName("gone")
                .delete();
        cluster.client()
                .resource(configMap("edited").replace("k: v", "k: other"))
                .inNamespace(cluster.namespace())
                .fieldManager("kubectl-edit")
                .forceConflicts()
                .serverSideApply();
        assertThat(drift("drift"))
                .extracting(each -> each.kind() + " " + each.ref().name())
                .containsExactly("CHANGED edited", "GONE gone");
        assertThat(drift("drift").getFirst().detail()).contains("kubectl-edit", ".data.k");
    }

    @Test
    void aNamespaceOfSomebodyElseHasNotDriftedForWantOfOurLabels() throws InterruptedException {
        String wanted = "apiVersion: v1\nkind: Namespace\nmetadata: {name: theirs, labels: {team: lake}}\n";
        cluster.client()
                .resource("apiVersion: v1\nkind: Namespace\nmetadata: {name: theirs}\n")
                .create();
        put("guest", "one", wanted);
        assertThat(drift("guest")).isEmpty();
        cluster.client()
                .resource(wanted.replace("lake", "other"))
                .fieldManager("kubectl-edit")
                .forceConflicts()
                .serverSideApply();
        assertThat(drift("guest")).extracting(Drift::kind).containsExactly(Drift.Kind.CHANGED);
    }

    @Test
    void hashesDoNotTellWhatASecretHolds() throws InterruptedException {
        put("keyed", "one", "apiVersion: v1\nkind: Secret\nmetadata: {name: keyed}\nstringData: {k: hunter2}\n");
        Entry entry = store("keyed").load().entries().values().iterator().next();
        assertThat(entry.hash()).hasSize(64);
        assertThat(Json.write(entry)).doesNotContain("hunter2", "aHVudGVyMg");
    }

    /** Objects outlive the version of their API in which they were written. */
    @Test
    void anObjectWhoseVersionIsGoneIsPrunedInAnother() throws InterruptedException {
        put("older", "one", deployment("outlives"));
        store("older")
                .update(inventory -> Inventory.of(inventory.entries().values().stream()
                        .map(entry -> new Entry(
                                "apps/v1beta2",
                                entry.kind(),
                                entry.namespace(),
                                entry.name(),
                                entry.uid(),
                                entry.step(),
                                entry.hash(),
                                entry.stale(),
                                entry.origin()))
                        .toList()));

        assertThat(prune("older").run(Set.of("other"))).extracting(Change::kind).containsExactly(Change.Kind.PRUNED);
        assertThat(cluster.cluster()
                        .api()
                        .get(
                                ApiKind.namespaced("apps/v1", "Deployment", "deployments"),
                                cluster.namespace(),
                                "outlives"))
                .isEmpty();
    }

    @Test
    void anObjectIsKnownInTheVersionThatIsWrittenNow() {
        ObjectRef older = new ObjectRef("apps/v1beta2", "Deployment", "here", "web");
        ObjectRef newer = new ObjectRef("apps/v1", "Deployment", "here", "web");
        Inventory inventory = Inventory.EMPTY
                .claim("one", Map.of(older, Entry.Origin.NONE))
                .claim("one", Map.of(newer, Entry.Origin.NONE));
        assertThat(inventory.of("one")).extracting(Entry::apiVersion).containsExactly("apps/v1");
    }

    private static List<Drift> drift(String pipeline) throws InterruptedException {
        return new DriftReader(cluster.cluster(), name(pipeline)).read();
    }

    private static Prune prune(String pipeline) {
        return new Prune(cluster.cluster(), () -> {}, name(pipeline));
    }

    private static InventoryStore store(String pipeline) {
        return new InventoryStore(cluster.cluster().api().writing(() -> {}), name(pipeline));
    }

    private static InventoryName name(String pipeline) {
        return new InventoryName(pipeline, cluster.namespace());
    }

    private static Placed put(String pipeline, String step, String... manifests) throws InterruptedException {
        FakeStepContext context = cluster.step(new FakeTask().pipeline(pipeline).step(step))
                .withFile("x.yaml", String.join("---\n", manifests));
        var objects = new DesiredObjects(cluster.cluster(), cluster.namespace(), new Owner(pipeline, step))
                .of(new Manifests(context, List.of()).read(List.of(new FilePath("x.yaml")), List.of()));
        return new OwnedObjects(cluster.cluster(), context).put(objects, Conflicts.FAIL);
    }

    private static Optional<JsonNode> find(String name) throws InterruptedException {
        return cluster.cluster().api().get(Cluster.CONFIG_MAPS, cluster.namespace(), name);
    }

    private static String configMap(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {k: v}\n".formatted(name);
    }

    private static String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s}
                spec:
                  selector: {matchLabels: {app: x}}
                  template: {metadata: {labels: {app: x}}, spec: {containers: [{name: x, image: x}]}}
                """.formatted(name);
    }

    private static String claim(String name) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """.formatted(name);
    }
}
