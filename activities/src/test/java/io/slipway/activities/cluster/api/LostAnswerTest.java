package io.slipway.activities.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.FieldHash;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.lease.GroupLock;
import io.slipway.activities.cluster.lease.Holder;
import io.slipway.activities.cluster.lease.Trail;
import io.slipway.model.json.Json;
import io.slipway.sandbox.api.ApiFault;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes that are carried out, whose answer is lost, and that are sent again: each is as if it had been answered. */
class LostAnswerTest {
    private static final Trail TRAIL = new Trail("a test", "look at it");
    private static TestCluster cluster;
    private static KubeApi api;

    @BeforeAll
    static void start() {
        cluster = TestCluster.bare();
        api = cluster.cluster().api().writing(() -> {});
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void anObjectThatWeMadeIsNoConflict() throws InterruptedException {
        lose("create", "configmaps");
        JsonNode made = api.create(Cluster.CONFIG_MAPS, cluster.namespace(), map("made", "ours"));
        assertThat(made.path("metadata").path("uid").asText()).isNotEmpty();
    }

    @Test
    void somebodyElsesObjectIsOne() throws InterruptedException {
        api.create(Cluster.CONFIG_MAPS, cluster.namespace(), map("taken", "theirs"));
        cluster.sandbox().faults().add(new ApiFault("create", "configmaps", "*", 1, new ApiFault.Drop(false)));
        assertThatThrownBy(() -> api.create(Cluster.CONFIG_MAPS, cluster.namespace(), map("taken", "ours")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(409));
    }

    @Test
    void aReplacementIsNoConflictWithItself() throws InterruptedException {
        JsonNode made = api.create(Cluster.CONFIG_MAPS, cluster.namespace(), map("replaced", "before"));
        ObjectNode wanted = map("replaced", "after");
        wanted.withObject("/metadata").set("resourceVersion", made.at("/metadata/resourceVersion"));
        lose("update", "configmaps");
        JsonNode after = api.replace(Cluster.CONFIG_MAPS, ObjectRef.of(wanted), wanted);
        assertThat(after.at("/data/text").asText()).isEqualTo("after");
        assertThatThrownBy(() -> api.replace(Cluster.CONFIG_MAPS, ObjectRef.of(wanted), wanted))
                .as("an old version without a lost answer")
                .isInstanceOf(ApiException.class);
    }

    @Test
    void whatWeDeletedWasThere() throws InterruptedException {
        ObjectRef ref = ObjectRef.of(map("deleted", "x"));
        api.create(Cluster.CONFIG_MAPS, cluster.namespace(), map("deleted", "x"));
        lose("delete", "configmaps");
        assertThat(api.delete(Cluster.CONFIG_MAPS, ref, DeleteOptions.background("")))
                .isTrue();
        assertThat(api.delete(Cluster.CONFIG_MAPS, ref, DeleteOptions.background("")))
                .isFalse();
    }

    @Test
    void aGroupIsTakenFreedAndLetGo() throws InterruptedException {
        GroupLock lock =
                new GroupLock(cluster.cluster(), () -> {}, cluster.namespace(), "lost answers", Clock.systemUTC());
        lose("create", "leases");
        assertThat(lock.acquire("a", TRAIL, any -> false)).isEmpty();
        Holder first = lock.holder().orElseThrow();
        lose("update", "leases");
        assertThat(lock.free(first, "ada")).isTrue();
        lose("update", "leases");
        assertThat(lock.acquire("b", TRAIL, any -> false)).isEmpty();
        lose("delete", "leases");
        lock.release("b");
        assertThat(lock.holder()).isEmpty();
    }

    @Test
    void anInventoryAndItsKeyAreWritten() throws InterruptedException {
        InventoryName name = new InventoryName("lost-answers", cluster.namespace());
        InventoryStore store = new InventoryStore(api, name);
        lose("create", "configmaps");
        store.update(inventory -> inventory.claim("a", origins("one")));
        lose("update", "configmaps");
        store.update(inventory -> inventory.claim("b", origins("two")));
        assertThat(store.load().entries()).hasSize(2);
        lose("create", "secrets");
        FieldHash made = FieldHash.of(api, name, "m");
        ObjectNode object = map("hashed", "x");
        JsonNode live = api.apply(Cluster.CONFIG_MAPS, ObjectRef.of(object), object, ApplyOptions.as("m"))
                .body();
        assertThat(FieldHash.known(api, name, "m").orElseThrow().of(live))
                .isNotEmpty()
                .isEqualTo(made.of(live));
    }

    private static Map<ObjectRef, Entry.Origin> origins(String name) {
        return Map.of(ObjectRef.of(map(name, "")), Entry.Origin.NONE);
    }

    private static void lose(String verb, String resource) {
        cluster.sandbox().faults().add(new ApiFault(verb, resource, "*", 1, new ApiFault.Drop(true)));
    }

    private static ObjectNode map(String name, String text) {
        return Json.tree(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "metadata",
                        Map.of("name", name, "namespace", cluster.namespace(), "labels", Map.of("a", "b")),
                        "data",
                        Map.of("text", text)))
                .deepCopy();
    }
}
