package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code slipway amend} and {@code slipway undo}, with the sandbox and a process for each command. */
class RepairCommandTest extends CommandLineTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shop
            params:
              greeting: { type: string, default: hello }
            stages:
              - stage: base
                steps:
                  - step: config
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: { name: shop }
                          data: { greeting: "${{ params.greeting }}" }
              - stage: use
                steps:
                  - step: look
                    timeout: 10s
                    validate:
                      checks:
                        - check: the shop greets
                          object: { of: configmap/shop }
                          expect: object.data.greeting == 'WANTED'
            """;

    @BeforeEach
    void aRolloutThatWaits() throws IOException {
        write("bye");
        assertThat(run("run", "shop", "--sandbox")).as(err()).isEqualTo(3);
    }

    private void write(String wanted) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/pipeline.yaml"), PIPELINE.replace("WANTED", wanted));
    }

    @Test
    void aCorrectedCheckGoesOnAndTheDeployIsKept() throws IOException {
        write("hello");

        assertThat(run("amend", "last", "--dry-run")).as(err()).isZero();
        assertThat(out()).isEqualTo("  ~ changed look (validate.checks)\nsteps: 1 kept, 1 changed\n");
        assertThat(run("show", "last", "-o", "json")).isZero();
        assertThat(json().path("status").asText()).isEqualTo("paused");

        assertThat(run("amend", "last", "--note", "it greets", "-o", "json"))
                .as(err())
                .isZero();
        JsonNode report = json();
        assertThat(report.path("status").asText()).isEqualTo("succeeded");
        assertThat(step(report, 0).path("kept").asBoolean()).isTrue();
        assertThat(report.path("decisions").path(0).path("kind").asText()).isEqualToIgnoringCase("amend");
        assertThat(report.path("decisions").path(0).path("note").asText()).contains("it greets: changed look");
    }

    @Test
    void anotherValueOfAParameterRunsTheDoneStepAgainWhenToldTo() {
        assertThat(run("amend", "last", "-p", "greeting=bye")).isEqualTo(2);
        assertThat(err())
                .contains("step 'config' is done but would run again: parameter 'greeting': hello → bye")
                .contains("--redo config");

        assertThat(run("amend", "last", "-p", "greeting=bye", "--redo", "config"))
                .as(err())
                .isZero();
    }

    @Test
    void wrongUsesGetOneLineAndChangeNothing() throws IOException {
        assertThat(run("amend", "last")).isEqualTo(2);
        assertThat(err()).contains("nothing to amend");

        Files.writeString(folder.resolve("shop/pipeline.yaml"), PIPELINE + "nonsense: 1\n");
        assertThat(run("amend", "last")).isEqualTo(2);
        assertThat(err()).contains("pipeline.yaml:24:1").contains("unknown key 'nonsense'");

        assertThat(run("amend", "nowhere")).isEqualTo(2);
        assertThat(err()).contains("no rollout 'nowhere'");

        assertThat(run("undo", "last", "--to", "lok")).isEqualTo(2);
        assertThat(err()).contains("has no step 'lok' to revert to");

        assertThat(run("undo", "last")).isEqualTo(2);
        assertThat(err()).contains("Confirm with --yes");

        assertThat(run("show", "last", "-o", "json")).isZero();
        assertThat(json().path("status").asText()).isEqualTo("paused");
    }

    @Test
    void anUndoShowsItsPlanAndTakesBackWhatWasMade() throws IOException {
        assertThat(run("undo", "last", "--dry-run")).isZero();
        assertThat(out()).isEqualTo("""
                would be reverted, in this order:
                  config  deploy, restore
                      - configmap/shop
                """);

        assertThat(run("undo", "last", "--yes", "-o", "json")).as(err()).isZero();
        assertThat(json().path("status").asText()).isEqualTo("undone");
        assertThat(err()).contains("base/config undone: 1 deleted").doesNotContain("nothing to undo");

        assertThat(run("undo", "last")).isZero();
        assertThat(err()).contains("has been undone; nothing is left to revert");
        assertThat(run("undo", "last", "--dry-run", "-o", "json")).isZero();
        assertThat(json()).isEmpty();

        write("hello");
        assertThat(run("plan", "shop", "--sandbox")).isZero();
        assertThat(out()).contains("+ configmap/shop");
    }

    @Test
    void aRolloutThatChangedNothingHasNothingToUndo() throws IOException {
        Files.writeString(folder.resolve("shop/pipeline.yaml"), """
                slipway: v1
                pipeline: shop
                stages:
                  - stage: look
                    steps:
                      - step: look
                        validate:
                          checks:
                            - check: the shop is there
                              object: { of: configmap/shop }
                              expect: object.data.greeting == 'hello'
                """);
        assertThat(run("run", "shop", "--sandbox")).as(err()).isZero();

        assertThat(run("undo", "last", "--yes")).isZero();
        assertThat(err()).contains("changed nothing that can be reverted");
        assertThat(run("list", "--limit", "1", "-o", "json")).isZero();
        assertThat(json().path(0).path("status").asText()).isEqualTo("succeeded");
    }

    private static JsonNode step(JsonNode report, int stage) {
        return report.path("stages").path(stage).path("steps").path(0);
    }
}
