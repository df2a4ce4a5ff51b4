package io.slipway.activities.cluster.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    private static final JsonNode DEPLOYMENT = Json.read("""
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "n"}}""", JsonNode.class);

    private static Item item(String reason) {
        return new Item(ObjectRef.of(DEPLOYMENT), Optional.of(DEPLOYMENT), new Readiness.Progressing(reason));
    }

    @Test
    void aSentenceOfAControllerIsContinued() {
        assertThat(new Assessment(List.of(item("it timed out."), item("0 of 1"))).text())
                .startsWith("0 of 2 ready; waiting for deployment/web")
                .endsWith(": it timed out and 1 more");
    }

    @Test
    void whatWasCutStaysMarked() {
        assertThat(new Assessment(List.of(item("it timed..."))).text()).endsWith(": it timed...");
    }
}
