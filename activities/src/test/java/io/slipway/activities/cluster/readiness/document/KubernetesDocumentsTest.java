package io.slipway.activities.cluster.readiness.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesDocumentsTest {

    /** YAML as kubectl's reader takes it: the JSON of each plain scalar. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "0644, 420",
                "0o644, 420",
                "'0644', \"0644\"",
                "\"0644\", \"0644\"",
                "0x1F, 31",
                "0b101, 5",
                "yes, true",
                "On, true",
                "n, false",
                "'yes', \"yes\"",
                "null, null",
                "1_000, 1000",
                "-7, -7",
                "1.5, 1.5",
                "1e3, 1000",
                "1.2.3, \"1.2.3\"",
                "2030-01-01, \"2030-01-01\"",
                "10:30, \"10:30\"",
                "!!str 0644, \"0644\"",
                "08, 8",
                "1Gi, \"1Gi\"",
                "500m, \"500m\""
            })
    void plainScalars(String yaml, String json) {
        JsonNode object =
                read("apiVersion: v1\nkind: ConfigMap\nvalue: " + yaml).getFirst();
        assertThat(object.get("value").toString()).isEqualTo(json);
    }

    @Test
    void severalDocumentsAndLists() {
        List<JsonNode> objects = read("""
                ---
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}
                ---
                # nothing
                ---
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Secret}
                - {apiVersion: v1, kind: ConfigMap}
                ---
                apiVersion: apps/v1
                kind: DeploymentList
                items:
                - metadata: {name: d}
                """);
        assertThat(objects)
                .extracting(o -> o.get("kind").asText())
                .containsExactly("Pod", "Secret", "ConfigMap", "Deployment");
        assertThat(objects.getLast().get("apiVersion").asText()).isEqualTo("apps/v1");
    }

    @Test
    void mergeKeysGiveWayToOwnOnes() {
        JsonNode object = read("""
                apiVersion: v1
                kind: ConfigMap
                base: &base {a: 1, b: 2}
                data: {<<: *base, b: 3}
                """).getFirst();
        assertThat(object.get("data").toString()).isEqualTo("{\"b\":3,\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1",
                "a: b: c",
                "- just\n- a list",
                "kind: Pod",
                "apiVersion: v1",
                "just words",
                "apiVersion: v1\nkind: Pod\nkind: Job",
                "apiVersion: v1\nkind: List\nitems: [1]",
                "\tkind: Pod",
                "%%%"
            })
    void whatIsNoObjectIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("x.yaml")
                .hasMessageMatching("(?s)x\\.yaml(:\\d+:\\d+)?: .+");
    }

    @Test
    void aliasBombsAndDeepNestingAreRefused() {
        StringBuilder bomb = new StringBuilder("apiVersion: v1\nkind: A\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(",", Collections.nCopies(10, alias))).append("]\n");
        }
        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(DocumentException.class);
        String deep = "apiVersion: v1\nkind: A\na: " + "[".repeat(5000) + "]".repeat(5000);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(DocumentException.class);
    }

    private static List<JsonNode> read(String text) {
        return KubernetesDocuments.read("x.yaml", text);
    }
}
