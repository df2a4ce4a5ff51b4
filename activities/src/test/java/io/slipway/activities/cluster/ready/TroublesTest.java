package io.slipway.activities.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.failure.Surroundings;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final JsonNode DEPLOYMENT = Json.read("""
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "n", "uid": "1"}}""", JsonNode.class);
    private static final JsonNode POD = Json.read("""
            {"apiVersion": "v1", "kind": "Pod",
             "metadata": {"name": "web-1", "namespace": "n", "uid": "2", "ownerReferences": [{"uid": "1"}]},
             "status": {"containerStatuses": [{"name": "c", "state": {"waiting": {"reason": "CrashLoopBackOff"}}}]}}""", JsonNode.class);

    private final Troubles troubles = new Troubles(Duration.ofSeconds(30));
    private final List<String> asked = new ArrayList<>();

    private boolean failsAt(int second, boolean changed) {
        Item item = new Item(ObjectRef.of(DEPLOYMENT), Optional.of(DEPLOYMENT), new Readiness.Progressing("0 of 1"));
        return troubles.look(
                        new Assessment(List.of(item)),
                        namespace -> {
                            asked.add(namespace);
                            return new Surroundings(List.of(POD), List.of());
                        },
                        changed,
                        NOW.plusSeconds(second))
                .isPresent();
    }

    @Test
    void noTreeIsLookedAtWhileNothingChangesAndPatienceEndsAllTheSame() {
        assertThat(failsAt(0, true)).isFalse();
        assertThat(failsAt(2, false)).isFalse();
        assertThat(failsAt(4, true)).isFalse();
        assertThat(failsAt(29, false)).isFalse();
        assertThat(failsAt(30, false)).isTrue();
        assertThat(asked).containsExactly("n", "n");
    }
}
