package io.slipway.activities.cluster.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.activities.cluster.api.ApiKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a watch knows. */
class WatchesTest {
    private static final int OBJECTS = 500;
    private static final ApiKind CONFIG_MAPS = ApiKind.namespaced("v1", "ConfigMap", "configmaps");

    /** An object that is missing at first would be taken for one that was deleted. */
    @Test
    void knowsEverythingFromTheBeginning() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            for (int i = 0; i < OBJECTS; i++) {
                cluster.client().resource(map(cluster, "map-" + i)).create();
            }
            for (int time = 0; time < 20; time++) {
                try (WatchedKind watched =
                        cluster.cluster().watches().open(CONFIG_MAPS, cluster.namespace(), new Bell())) {
                    assertThat(watched.objects())
                            .as("time " + time)
                            .filteredOn(map -> map.at("/metadata/name").asText().startsWith("map-"))
                            .hasSize(OBJECTS);
                    assertThat(watched.get(cluster.namespace(), "map-" + (OBJECTS - 1)))
                            .isPresent();
                }
            }
        }
    }

    /** A server leaves them out of the items of a list; what decides whether an object is ready goes by them. */
    @Test
    void knowsKindAndVersionAlsoOfWhatWasThereBefore() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            cluster.client().resource(map(cluster, "before")).create();
            try (WatchedKind watched = cluster.cluster().watches().open(CONFIG_MAPS, cluster.namespace(), new Bell())) {
                JsonNode before = watched.get(cluster.namespace(), "before").orElseThrow();
                assertThat(before.path("kind").asText()).isEqualTo("ConfigMap");
                assertThat(before.path("apiVersion").asText()).isEqualTo("v1");
            }
        }
    }

    @Test
    void countsWhatChanges() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare();
                WatchedKind watched = cluster.cluster().watches().open(CONFIG_MAPS, cluster.namespace(), new Bell())) {
            for (String name : List.of("one", "two")) {
                long before = watched.changes();
                cluster.client().resource(map(cluster, name)).create();
                await().atMost(Duration.ofMinutes(1)).until(() -> watched.changes() > before);
                assertThat(watched.get(cluster.namespace(), name)).isPresent();
            }
            long before = watched.changes();
            cluster.client().resource(map(cluster, "one")).delete();
            await().atMost(Duration.ofMinutes(1)).until(() -> watched.changes() > before);
            assertThat(watched.get(cluster.namespace(), "one")).isEmpty();
        }
    }

    private static ConfigMap map(TestCluster cluster, String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(cluster.namespace())
                .withName(name)
                .endMetadata()
                .build();
    }
}
