package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slipway plan} against the sandbox, before and after a run. */
class PlanCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void setUp() {
        assertThat(run("init", "shop")).isZero();
    }

    @Test
    void beforeTheFirstRunAllIsNew() {
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isEqualTo(6);
        assertThat(out.toString(UTF_8))
                .contains("SIMULATION", "+ deployment/shop", "checks: every pod runs", " to create")
                .doesNotContain("to change", "would fail");
        assertThat(run("plan", "shop", "--sandbox")).isZero();
    }

    @Test
    void afterARunNothingChangesAndThenOnlyWhatWasEdited() throws IOException {
        assertThat(run("run", "shop", "--sandbox", "--yes"))
                .as(err.toString(UTF_8))
                .isZero();
        assertThat(run("plan", "shop", "--sandbox", "--exit-code")).isZero();
        assertThat(out.toString(UTF_8)).contains("nothing would change");

        assertThat(run("plan", "shop", "--sandbox", "--exit-code", "-p", "replicas=3"))
                .isEqualTo(6);
        assertThat(out.toString(UTF_8))
                .contains("~ deployment/shop", "-  replicas: 2", "+  replicas: 3", "1 to change")
                .doesNotContain("to create");

        Path manifest = folder.resolve("shop/manifests/web.yaml");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("name: shop", "name: store"));
        assertThat(run("plan", "shop", "--sandbox", "-o", "json", "--out", "plan.json"))
                .isZero();
        JsonNode plan = Json.read(out.toString(UTF_8), JsonNode.class);
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
        assertThat(run("plan", "shop", "--sandbox")).as(err.toString(UTF_8)).isZero();
        assertThat(out.toString(UTF_8))
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
        assertThat(out.toString(UTF_8)).contains("the cluster serves no Unheard", "the run would fail");
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        Environment environment = new Environment(
                Console.plain(out, err), folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        return new Slipway(environment).run(args);
    }
}
