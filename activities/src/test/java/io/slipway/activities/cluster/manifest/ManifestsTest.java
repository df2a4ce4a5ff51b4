package io.slipway.activities.cluster.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.step.FakeStepContext;
import io.slipway.activities.step.FakeTask;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.expr.Expressions;
import io.slipway.model.json.Json;
import io.slipway.model.spec.FilePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    @Test
    void scalarsAreKubectls() {
        ObjectNode tree = one("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: x}
                mode: 0644
                quoted: "0644"
                yes: "yes"
                flag: yes
                date: 2026-01-01
                """);
        assertThat(tree.path("mode").asInt()).isEqualTo(420);
        assertThat(tree.path("quoted").asText()).isEqualTo("0644");
        assertThat(tree.path("flag").isBoolean()).isTrue();
        assertThat(tree.path("date").isTextual()).isTrue();
    }

    @Test
    void everyObjectKnowsItsLine() {
        List<Manifest> all = read("""
                # first
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {k: v}}
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                ---
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c, creationTimestamp: null}
                status: {}
                """);
        assertThat(all).extracting(each -> each.place().toString()).containsExactly("x.yaml:5", "x.yaml:6", "x.yaml:9");
        assertThat(all.get(0).tree().path("data").path("k").asText()).isEqualTo("dg==");
        assertThat(all.get(0).tree().has("stringData")).isFalse();
        assertThat(all.get(2).tree().has("status")).isFalse();
    }

    @Test
    void listedVariablesAreReplacedAndNoOthers() {
        ObjectNode tree = one("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${NAME}"}
                replicas: ${COUNT}
                quoted: "${COUNT}"
                shell: "${HOME}"
                """);
        assertThat(tree.at("/metadata/name").asText()).isEqualTo("web");
        assertThat(tree.path("replicas").isIntegralNumber()).isTrue();
        assertThat(tree.path("quoted").isTextual()).isTrue();
        assertThat(tree.path("shell").asText()).isEqualTo("${HOME}");
    }

    @Test
    void aQuotedExpressionStaysAText() {
        ObjectNode tree = one("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: x}
                plain: ${{ params.COUNT }}
                quoted: "${{ params.COUNT }}"
                """);
        assertThat(tree.path("plain").isNumber()).isTrue();
        assertThat(tree.path("quoted").isTextual()).isTrue();
        assertThat(tree.path("quoted").asText()).isEqualTo("3");
    }

    @Test
    void anUnknownVariableIsNamed() {
        StepFailure failure =
                catchThrowableOfType(StepFailure.class, () -> new Manifests(context(""), List.of("NOPE")));
        assertThat(failure.failure().message()).contains("'NOPE'");
        assertThat(failure.failure().cause()).contains("COUNT, NAME");
    }

    @Test
    void whatIsNoObjectIsNamedWithItsPlace() {
        assertThat(problem("a: [1, 2\nb: 3\n")).contains("x.yaml:2");
        assertThat(problem("apiVersion: v1\nkind: ConfigMap\n"))
                .isEqualTo("x.yaml:1: metadata.name is missing or not a text");
        assertThat(problem("- 1\n")).contains("x.yaml:1");
        String twice = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
        assertThat(problem(twice + "---\n" + twice)).contains("x.yaml:5", "is defined twice", "x.yaml:1");
    }

    private static String problem(String yaml) {
        return catchThrowableOfType(StepFailure.class, () -> read(yaml))
                .failure()
                .message();
    }

    private static ObjectNode one(String yaml) {
        return read(yaml).getFirst().tree();
    }

    private static List<Manifest> read(String yaml) {
        return new Manifests(context(yaml), List.of("NAME", "COUNT")).read(List.of(new FilePath("x.yaml")), List.of());
    }

    private static FakeStepContext context(String yaml) {
        JsonNode params = Json.read("{\"NAME\":\"web\",\"COUNT\":3}", JsonNode.class);
        return new FakeStepContext(null, new FakeTask().scope("params", params).make())
                .resolving(tree -> Expressions.resolve(tree, Map.of("params", params)))
                .withFile("x.yaml", yaml);
    }
}
