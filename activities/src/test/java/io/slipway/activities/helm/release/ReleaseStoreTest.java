package io.slipway.activities.helm.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.TestCluster;
import io.slipway.model.json.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseStoreTest {
    /** A Secret holds a mebibyte, counted without the Base64 of its data: whatever Helm has kept can be kept again. */
    @Test
    void aLargeReleaseIsKeptThatASecretCanHold() throws InterruptedException {
        byte[] noise = new byte[575_000];
        new Random(1).nextBytes(noise);
        JsonNode empty = Json.tree(Map.of());
        Release large = new Release(
                "large",
                "any",
                1,
                Status.DEPLOYED,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                empty,
                empty,
                Base64.getEncoder().encodeToString(noise),
                List.of());
        try (TestCluster cluster = TestCluster.bare()) {
            ReleaseStore store =
                    new ReleaseStore(cluster.cluster().api().writing(() -> {}), cluster.namespace(), "large");
            store.save(in(cluster.namespace(), large));
            assertThat(store.load().last().orElseThrow().manifest()).isEqualTo(large.manifest());
        }
    }

    private static Release in(String namespace, Release of) {
        return new Release(
                of.name(),
                namespace,
                of.version(),
                of.status(),
                of.description(),
                of.first(),
                of.last(),
                of.key(),
                of.chart(),
                of.config(),
                of.manifest(),
                of.hooks());
    }
}
