package io.slipway.activities.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.model.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer that an API server compresses. */
class LargeAnswerTest {
    private static final String TEXT = "größer als 128 KiB, ".repeat(10_000);

    @Test
    void isReadAsItWasWritten() throws InterruptedException {
        try (TestCluster cluster = TestCluster.bare()) {
            KubeApi api = cluster.cluster().api().writing(() -> {});
            JsonNode large = Json.tree(Map.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "ConfigMap",
                    "metadata",
                    Map.of("name", "large", "namespace", cluster.namespace()),
                    "data",
                    Map.of("text", TEXT)));
            JsonNode made = api.create(Cluster.CONFIG_MAPS, cluster.namespace(), large.deepCopy());
            assertThat(made.at("/data/text").asText()).isEqualTo(TEXT);
            assertThat(api.get(Cluster.CONFIG_MAPS, cluster.namespace(), "large")
                            .orElseThrow())
                    .isEqualTo(made);
        }
    }
}
