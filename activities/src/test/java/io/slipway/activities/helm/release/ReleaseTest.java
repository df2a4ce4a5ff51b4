package io.slipway.activities.helm.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    /** A migration that was mended in a chart whose version stays must run. */
    @Test
    void aReleaseWithAnotherHookIsAnother() {
        Release old = release("# Source: web/templates/migrate.yaml\nkind: Job\nname: a");
        assertThat(old.sameAs(release("# Source: web/templates/migrate.yaml\nkind: Job\nname: b")))
                .isFalse();
        assertThat(old.sameAs(release("kind: Job\nname: a\n")))
                .as("as Helm keeps it")
                .isTrue();
    }

    private static Release release(String hook) {
        JsonNode empty = Json.tree(Map.of());
        return new Release(
                "web",
                "apps",
                1,
                Status.DEPLOYED,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                empty,
                empty,
                "",
                List.of(Json.tree(Map.of("manifest", hook))));
    }
}
