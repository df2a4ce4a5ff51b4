package io.slipway.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

    private final ObjectStore store = ObjectStore.inMemory();

    static ObjectNode object(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Meta.of(object).put("namespace", "ns").put("name", name);
        return object;
    }

    @Test
    void writersNeverLoseEachOthersChanges() {
        store.create(Kinds.CONFIG_MAP, object("counter"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(() -> store.mutate(Kinds.CONFIG_MAP, "ns", "counter", now -> {
                    now.put("count", now.path("count").asInt() + 1);
                    return now;
                }));
            }
        }
        assertThat(store.get(Kinds.CONFIG_MAP, "ns", "counter")
                        .orElseThrow()
                        .path("count")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void subscribersSeeEveryChangeInOrder() {
        List<Long> versions = new CopyOnWriteArrayList<>();
        try (Subscription subscription = store.subscribe(event -> versions.add(event.resourceVersion()))) {
            assertThat(subscription).isNotNull();
            for (int i = 0; i < 100; i++) {
                store.create(Kinds.CONFIG_MAP, object("o" + i));
            }
            await().atMost(Durations.ONE_MINUTE).until(() -> versions.size() == 100);
        }
        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereComesFirstAfterARestart() {
        store.create(Kinds.CONFIG_MAP, object("a"));
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Subscription subscription =
                store.subscribeWithPresent(event -> seen.add(event.type() + " " + event.name()))) {
            assertThat(subscription).isNotNull();
            store.create(Kinds.CONFIG_MAP, object("b"));
            await().atMost(Durations.ONE_MINUTE).until(() -> seen.size() == 2);
        }
        assertThat(seen).containsExactly("ADDED a", "ADDED b");
    }

    @Test
    void anEqualStateIsNoWrite() {
        ObjectNode created = store.create(Kinds.CONFIG_MAP, object("a"));
        store.mutate(Kinds.CONFIG_MAP, "ns", "a", now -> now);
        assertThat(store.version()).isEqualTo(Meta.version(created));
    }

    @Test
    void staleReplacementsAreRefused() {
        ObjectNode old = store.create(Kinds.CONFIG_MAP, object("a"));
        store.mutate(Kinds.CONFIG_MAP, "ns", "a", now -> now.put("x", 1));
        assertThatThrownBy(() -> store.replace(Kinds.CONFIG_MAP, old))
                .isInstanceOfSatisfying(
                        StatusException.class,
                        refused -> assertThat(refused.is("Conflict")).isTrue());
    }

    @Test
    void oldVersionsExpire() {
        for (int i = 0; i < 20_001; i++) {
            int value = i;
            if (i == 0) {
                store.create(Kinds.CONFIG_MAP, object("a"));
            } else {
                store.mutate(Kinds.CONFIG_MAP, "ns", "a", now -> now.put("x", value));
            }
        }
        assertThatThrownBy(() -> store.stream(0, kind -> true))
                .isInstanceOfSatisfying(
                        StatusException.class,
                        gone -> assertThat(gone.status().code()).isEqualTo(410));
    }

    @Test
    void streamsResume() throws InterruptedException {
        long before = Meta.version(store.create(Kinds.CONFIG_MAP, object("a")));
        store.create(Kinds.CONFIG_MAP, object("b"));
        try (EventStream events = store.stream(before, kind -> kind.sameResource(Kinds.CONFIG_MAP))) {
            Optional<StoreEvent> next = events.poll(Duration.ofSeconds(5));
            assertThat(next.map(StoreEvent::name)).contains("b");
        }
    }

    @Test
    void podsWithANodeAreStoppedFirst() {
        ObjectNode pod = object("p");
        pod.putObject("spec").put("nodeName", "n1");
        store.create(Kinds.POD, pod);
        assertThat(Meta.deleting(store.delete(Kinds.POD, "ns", "p", Deletion.BACKGROUND)))
                .isTrue();
        assertThat(store.view(Kinds.POD, "ns", "p")).isPresent();
        store.delete(Kinds.POD, "ns", "p", Deletion.NOW);
        assertThat(store.view(Kinds.POD, "ns", "p")).isEmpty();
    }

    @Test
    void subscribersMayWrite() {
        AtomicInteger written = new AtomicInteger();
        try (Subscription subscription = store.subscribe(event -> {
            if (event.name().startsWith("first")) {
                store.create(Kinds.CONFIG_MAP, object("second"));
                written.incrementAndGet();
            }
        })) {
            assertThat(subscription).isNotNull();
            store.create(Kinds.CONFIG_MAP, object("first"));
            await().atMost(Durations.ONE_MINUTE).until(() -> written.get() == 1);
        }
    }
}
