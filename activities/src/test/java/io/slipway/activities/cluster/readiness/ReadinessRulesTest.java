package io.slipway.activities.cluster.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.activities.cluster.readiness.document.KubernetesDocuments;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessRulesTest {

    private static final String WIDGET =
            "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w, generation: 1}\n";

    @ParameterizedTest
    @CsvSource({
        "Running, true, ready, 'object.ok holds'",
        "Running, false, progressing, 'object.ok does not hold yet'",
        "Failed, false, failed, 'status.phase is Failed'",
        "Failed, true, ready, 'object.ok holds'"
    })
    void aConditionOfOnesOwnDecidesReadiness(String phase, boolean holds, String status, String reason) {
        Readiness readiness =
                ReadinessRules.standard().of(object(WIDGET + "status: {phase: " + phase + "}"), predicate(holds));
        assertThat(readiness.status()).isEqualTo(status);
        assertThat(readiness.reason()).startsWith(reason);
    }

    @Test
    void anObjectBeingDeletedIsNotReadyWhateverTheUserSays() {
        JsonNode deleted =
                object("apiVersion: v1\nkind: ConfigMap\nmetadata: {deletionTimestamp: '2030-01-01T00:00:00Z'}");
        assertThat(ReadinessRules.standard().of(deleted, predicate(true)).isReady())
                .isFalse();
    }

    @Test
    void documentsAreJudgedInOrder() {
        List<ReadyDocuments.Result> results =
                ReadyDocuments.judge("f.yaml", "apiVersion: v1\nkind: ConfigMap\n---\n" + WIDGET);
        assertThat(results).extracting(ReadyDocuments.Result::status).containsExactly("ready", "progressing");
        assertThat(results.getLast().object()).isEqualTo("Widget w");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}'",
        "'{\"kind\": 3, \"status\": []}'",
        "'{\"status\": {\"conditions\": [1, null, {}]}}'",
        "'[]'",
        "'7'"
    })
    void nothingMakesItThrowOrReady(String json) throws Exception {
        JsonNode node = new ObjectMapper().readTree(json);
        assertThat(ReadinessRules.standard().of(node).isReady()).isFalse();
    }

    private static JsonNode object(String yaml) {
        return KubernetesDocuments.read("x.yaml", yaml).getFirst();
    }

    private static ReadyPredicate predicate(boolean holds) {
        return new ReadyPredicate() {
            @Override
            public String source() {
                return "object.ok";
            }

            @Override
            public boolean test(JsonNode object) {
                return holds;
            }
        };
    }
}
