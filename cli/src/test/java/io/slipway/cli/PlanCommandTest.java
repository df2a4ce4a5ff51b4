package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code slipway plan} against the sandbox, before and after a run. */
class PlanCommandTest extends CommandLineTest {
    @BeforeEach
    void setUp() {
        assertThat(run("init", "shop")).isZero();
    }

    @Test
    void beforeTheFirstRunAllIsNew() {
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isEqualTo(6);
        assertThat(out())
                .contains("SIMULATION", "+ deployment/shop", "checks: every pod runs", " to create")
                .doesNotContain("to change", "would fail");
        assertThat(run("plan", "shop", "--sandbox")).isZero();
    }

    @Test
    void afterARunNothingChangesAndThenOnlyWhatWasEdited() throws IOException {
        assertThat(run("run", "shop", "--sandbox", "--yes")).as(err()).isZero();
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isZero();
        assertThat(out()).contains("nothing would change");

        assertThat(run("plan", "shop", "--sandbox", "--exit-code", "-p", "replicas=3"))
                .isEqualTo(6);
        assertThat(out())
                .contains("~ deployment/shop", "-  replicas: 2", "+  replicas: 3", "1 to change")
                .doesNotContain("to create");

        Path manifest = folder.resolve("shop/manifests/web.yaml");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("name: shop", "name: store"));
        assertThat(run("plan", "shop", "--sandbox", "-o", "json", "--out", "plan.json"))
                .isZero();
        JsonNode plan = json();
        assertThat(plan.path("pruned")
                        .valueStream()
                        .map(each -> each.path("object").asText()))
                .containsExactly("deployment/shop");
        assertThat(Json.read(Files.readString(folder.resolve("plan.json")), JsonNode.class))
                .isEqualTo(plan);
    }

    @Test
    void whatOnlyTheRunKnowsIsSaidSo() throws IOException {
        Path file = folder.resolve("shop/pipeline.yaml");
        Files.writeString(file, Files.readString(file).replace("outputs:\n", """
                                  - stage: after
                                    when: ${{ steps.web.created > 0 }}
                                    steps:
                                      - step: note
                                        deploy:
                                          inline:
                                            - apiVersion: v1
                                              kind: ConfigMap
                                              metadata: { name: note }
                                              data: { made: "${{ string(steps.web.created) }}" }

                                outputs:
                                """));
        assertThat(run("plan", "shop", "--sandbox")).as(err()).isZero();
        assertThat(out())
                .contains("decided during the run: steps.web.created > 0")
                .contains("known during the run: ${{ string(steps.web.created) }}")
                .contains("+ configmap/note");
    }

    @Test
    void aKindThatTheClusterDoesNotServeIsWhyItWouldFail() throws IOException {
        Files.writeString(
                folder.resolve("shop/manifests/more.yaml"),
                "apiVersion: example.com/v1\nkind: Unheard\nmetadata: { name: of }\n");
        assertThat(run("plan", "shop", "--sandbox")).isEqualTo(1);
        assertThat(out()).contains("the cluster serves no Unheard", "the run would fail");
    }
}
