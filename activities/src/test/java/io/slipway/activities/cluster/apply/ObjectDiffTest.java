package io.slipway.activities.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.model.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans are printed, kept and approved: no value of a Secret is in them. */
class ObjectDiffTest {
    private static final ObjectRef REF = new ObjectRef("v1", "Secret", "shop", "login");

    /** The server cannot foresee an object whose namespace is still to come, so that it is shown as it was written. */
    @Test
    void aSecretThatIsStillToBeEncodedIsNotShown() {
        JsonNode wanted = secret(Map.of("name", "login"), "stringData", Map.of("password", "open-sesame"));
        String diff = ObjectDiff.between(REF, MissingNode.getInstance(), wanted);
        assertThat(diff).contains("password").doesNotContain("open-sesame");
    }

    @Test
    void whatKubectlKeptOfASecretIsNotShown() {
        Map<String, String> annotations = Map.of(
                "kubectl.kubernetes.io/last-applied-configuration", "{\"data\":{\"password\":\"b3Blbi1zZXNhbWU=\"}}");
        JsonNode live = secret(
                Map.of("name", "login", "annotations", annotations), "data", Map.of("password", "b3Blbi1zZXNhbWU="));
        JsonNode wanted = secret(
                Map.of("name", "login", "annotations", annotations, "labels", Map.of("app", "shop")),
                "data",
                Map.of("password", "b3Blbi1zZXNhbWU="));
        assertThat(ObjectDiff.between(REF, live, wanted)).contains("app: shop").doesNotContain("b3Blbi1zZXNhbWU=");
    }

    private static JsonNode secret(Map<String, Object> metadata, String part, Map<String, String> values) {
        return Json.tree(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata, part, values));
    }
}
