package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An {@code approve} step shows what is still to come, and what it was told holds for that only. */
class ApprovalTest extends CommandLineTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shop
            stages:
              - stage: base
                steps:
                  - step: config
                    deploy: { inline: [ { apiVersion: v1, kind: ConfigMap, metadata: { name: shop }, data: { sign: open } } ] }
                  - step: which
                    approve: Which price?
              - stage: release
                steps:
                  - step: prices
                    deploy:
                      inline:
                        - { apiVersion: v1, kind: ConfigMap, metadata: { name: prices }, data: { tea: "${{ steps.which.note }}" } }
                        - { apiVersion: v1, kind: ConfigMap, metadata: { name: fixed }, data: { water: free } }
                  - step: go
                    approve: Shall it go on?
                  - step: last
                    deploy: { inline: [ { apiVersion: v1, kind: ConfigMap, metadata: { name: later }, data: { milk: "${{ steps.which.note }}" } } ] }
            finally:
              - step: bundle
                diagnose: { selector: "app=shop" }
            """;

    @BeforeEach
    void aPipeline() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/pipeline.yaml"), PIPELINE);
    }

    @Test
    void anApprovalHoldsForWhatWasShown() throws IOException {
        assertThat(run("run", "shop", "--sandbox")).as(err()).isEqualTo(3);
        String first = asked("which");
        assertThat(out())
                .contains("'which' asks for approval of plan " + first.substring(0, 12) + ": 3 to create")
                .contains("+ configmap/prices", "+ configmap/fixed", "known during the run: ${{ steps.which.note }}")
                .contains("slipway approve " + id() + " which --plan " + first.substring(0, 12))
                .doesNotContain("configmap/shop", "bundle");

        assertThat(run("approve", "last", "which", "--plan", "0123456789")).isEqualTo(2);
        assertThat(err()).contains("asks for approval of plan " + first.substring(0, 12) + ", not of '0123456789'");

        somebody(maps -> maps.resource(map("prices")).create());
        assertThat(run("approve", "last", "which", "--note", "3")).isEqualTo(2);
        String second = asked("which");
        assertThat(err())
                .contains(
                        "not approved: since approval was requested, configmap/prices in namespace default has changed in the cluster")
                .contains("now plan " + second.substring(0, 12) + ": 2 to create, 1 known during the run");
        assertThat(second).isNotEqualTo(first);

        assertThat(run("approve", "last", "--plan", second.substring(0, 8), "--note", "3"))
                .as(err())
                .isEqualTo(3);
        assertThat(err()).contains("approved which, bound to plan " + second.substring(0, 12));
        assertThat(decision(0).path("plan").asText()).isEqualTo(second);
        assertThat(decision(0).path("by").asText()).isEqualTo("ada");
    }

    @Test
    void whatDoneStepsYieldedIsKnownAndAnywayIsBoundToNothing() throws IOException {
        somebody(maps -> maps.resource(map("later")).create());
        assertThat(run("run", "shop", "--sandbox")).as(err()).isEqualTo(3);
        assertThat(run("approve", "last", "which", "--note", "3")).as(err()).isEqualTo(3);
        assertThat(out()).contains("'go' asks for approval of plan ", ": 1 to change", "~ configmap/later");
        assertThat(run("show", "last", "--difference", "go")).isZero();
        assertThat(out()).contains("~ configmap/later", "+  milk: '3'").doesNotContain("known during");

        somebody(maps -> maps.withName("later").edit(map -> {
            map.getData().put("more", "of it");
            return map;
        }));
        assertThat(run("approve", "last", "--anyway")).as(err()).isZero();
        assertThat(decision(1).path("plan").asText()).isEmpty();
        assertThat(run("show", "last", "--difference", "config")).isEqualTo(2);
        assertThat(err()).contains("step 'config' of rollout " + id() + " has not requested approval");
        assertThat(run("retry", "last", "go", "--anyway")).isEqualTo(2);
        assertThat(err()).contains("--plan and --anyway are only valid with 'slipway approve'");
    }

    /** As somebody with kubectl would. */
    private void somebody(Consumer<NonNamespaceOperation<ConfigMap, ConfigMapList, Resource<ConfigMap>>> does)
            throws IOException {
        try (SandboxCluster cluster = SandboxCluster.start(
                Optional.of(folder.resolve(".slipway/sandbox")), 0, SimulationOptions.GUIDES, List.of())) {
            does.accept(cluster.target().client().configMaps().inNamespace("default"));
        }
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(Map.of("other", "x"))
                .build();
    }

    private JsonNode report() {
        Ran shown = ran("show", "last", "-o", "json");
        assertThat(shown.code()).as(shown.printed()).isZero();
        return Json.read(shown.printed(), JsonNode.class);
    }

    private String id() {
        return report().path("rollout").asText();
    }

    private JsonNode decision(int index) {
        return report().path("decisions").path(index);
    }

    /** Hash of what a step asks approval of. */
    private String asked(String step) {
        return report().path("stages")
                .valueStream()
                .flatMap(stage -> stage.path("steps").valueStream())
                .filter(each -> each.path("step").asText().equals(step))
                .map(each -> each.path("outputs").path("plan").asText())
                .findFirst()
                .orElseThrow();
    }
}
