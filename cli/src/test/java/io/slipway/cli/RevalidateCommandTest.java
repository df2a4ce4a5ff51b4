package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.slipway.cli.engine.SandboxCluster;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code slipway revalidate}: reads only, compares with the time before, and finds what somebody changed. */
class RevalidateCommandTest extends CommandLineTest {
    private static final String PIPELINE = """
            slipway: v1
            pipeline: shop
            stages:
              - stage: base
                steps:
                  - step: config
                    deploy: { manifests: [config.yaml] }
                  - step: scaled
                    deploy:
                      inline:
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: { name: said }
                          data: { created: "made ${{ steps.config.created }}" }
              - stage: use
                steps:
                  - step: look
                    timeout: 1m
                    validate:
                      checks:
                        - check: the shop greets
                          object: { of: configmap/shop }
                          expect: object.data.greeting == 'WANTED'
                          within: 5m
                        - check: a step's output is known
                          object: { of: configmap/said }
                          expect: object.data.created == 'made ' + string(steps.config.created)
            """;

    @BeforeEach
    void aRollout() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("shop/config.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: shop }\ndata: { greeting: hello }\n");
        write("hello");
        assertThat(run("revalidate", "shop")).isEqualTo(2);
        assertThat(err())
                .contains("no rollout of pipeline 'shop' has succeeded")
                .contains("slipway run shop");
        assertThat(run("run", "shop", "--sandbox")).as(err()).isZero();
    }

    private void write(String wanted) throws IOException {
        Files.writeString(folder.resolve("shop/pipeline.yaml"), PIPELINE.replace("WANTED", wanted));
    }

    private List<String> audit() throws IOException {
        return Files.readAllLines(folder.resolve(".slipway/sandbox/audit.jsonl"));
    }

    @Test
    void whatStandsPassesAndNothingIsWritten() throws IOException {
        int before = audit().size();

        assertThat(run("revalidate", "shop", "-o", "json")).as(err()).isZero();

        JsonNode report = json();
        assertThat(report.path("status").asText()).isEqualTo("succeeded");
        assertThat(report.path("checks"))
                .extracting(check -> check.path("name").asText())
                .containsExactlyInAnyOrder(
                        "the shop greets", "a step's output is known", "nothing differs from what was deployed");
        List<String> calls = audit();
        assertThat(calls.subList(before, calls.size()))
                .isNotEmpty()
                .extracting(call -> Json.read(call, JsonNode.class).path("verb").asText())
                .isSubsetOf("get", "list", "watch");
    }

    @Test
    void oneFieldThatSomebodyChangedIsNamedAndTheNextTimeItIsCured() throws IOException {
        assertThat(run("revalidate", "shop")).as(err()).isZero();

        edit("hello", "bye");
        assertThat(run("revalidate", "shop", "-o", "json")).isEqualTo(1);
        assertThat(json().path("message").asText()).isEqualTo("changed since the rollout: drift, look");
        assertThat(err())
                .contains(
                        "new failure  look: the shop greets",
                        "new failure  drift:",
                        "configmap/shop",
                        ".data.greeting");

        edit("bye", "hello");
        assertThat(run("run", "shop", "--sandbox")).as(err()).isZero();
        assertThat(run("revalidate", "shop")).as(err()).isZero();
        assertThat(err()).contains("cured  look: the shop greets");

        assertThat(run("revalidate", "shop", "--history")).isZero();
        assertThat(out()).contains("look: the shop greets").contains("✔✘✔").contains("3 times");
        assertThat(run("revalidate", "shop", "--history", "-o", "json")).isZero();
        assertThat(json().path("lines").path(0).path("trend").asText()).isEqualToIgnoringCase("cured");
        theHistoryTellsOfRolloutsToo();
    }

    private void theHistoryTellsOfRolloutsToo() throws IOException {
        assertThat(run("report", "last", "--as", "openmetrics")).as(err()).isZero();
        assertThat(out())
                .contains(
                        "slipway_rollout_status{pipeline=\"shop\",status=\"succeeded\",target=\"sandbox\"} 1.0",
                        "slipway_rollout_checks{pipeline=\"shop\",result=\"passed\",target=\"sandbox\"} 3.0",
                        "slipway_rollout_check_held{check=\"look: the shop greets\",pipeline=\"shop\"",
                        "slipway_rollout_finished_timestamp_seconds{")
                .endsWith("# EOF\n");
        assertThat(run("history", "shop")).as(err()).isZero();
        assertThat(out())
                .contains("shop on sandbox  SIMULATION (sandbox)")
                .containsPattern("look: the shop greets +✔✔✘✔✔ +steady")
                .containsPattern("drift: nothing differs from what was deployed +·✔✘·✔ +cured")
                .contains("5 times, from ")
                .containsPattern("re-validation +failed +\\S+ s +2 +shop-revalidate-")
                .containsPattern("rollout +succeeded ");
        assertThat(run("history", "shop", "--last", "2", "-o", "json")).isZero();
        assertThat(json().path("checks").path("times"))
                .extracting(time -> time.path("looks").asBoolean())
                .containsExactly(false, true);

        assertThat(run("history", "shop", "--page", "history.html")).isZero();
        assertThat(Files.readString(folder.resolve("history.html")))
                .contains("What the last time tells", "the shop greets", ".data.greeting", "SIMULATION")
                .doesNotContain("src=", "http://", "https://", "@import");
        assertThat(run("history", "shop", "--target", "moon")).isEqualTo(2);
        assertThat(err()).contains("no rollout of pipeline 'shop' on target 'moon' has ended");
        assertThat(run("history", "shop", "--last", "0")).isEqualTo(2);
        assertThat(run("history", "shop", "--page", "nowhere/history.html")).isEqualTo(2);
    }

    @Test
    void aRunOfAPartDoesNotHideTheWhole() throws IOException {
        String whole = rollouts().getFirst();
        assertThat(run("run", "shop", "--sandbox", "--until", "config"))
                .as(err())
                .isZero();
        String part =
                rollouts().stream().filter(id -> !id.equals(whole)).findFirst().orElseThrow();

        assertThat(run("revalidate", "shop", "-o", "json")).as(err()).isZero();
        assertThat(json().path("checks")).hasSize(3);
        assertThat(err())
                .contains("checking rollout " + whole + ", the latest of the whole pipeline; what " + part
                        + " left (--until config): --of " + part);

        assertThat(run("revalidate", "shop", "--of", part, "-o", "json"))
                .as(err())
                .isZero();
        assertThat(json().path("checks")).hasSize(1);
        assertThat(err())
                .contains("rollout " + part + " ran only a part of the pipeline (--until config):"
                        + " the other checks are skipped");
    }

    @Test
    void whatHasSucceededIsNotResumed() throws IOException {
        int before = audit().size();

        assertThat(run("resume", "last")).isZero();

        String id = rollouts().getFirst();
        assertThat(err())
                .contains(
                        "rollout " + id + " has succeeded: there is nothing to resume",
                        "next     slipway run shop",
                        "next     slipway revalidate shop");
        assertThat(audit()).hasSize(before);
    }

    private List<String> rollouts() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve(".slipway/rollouts"))) {
            return folders.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test
    void headAsksTheChecksOfTheFileAsItIsNow() throws IOException {
        write("something else");

        assertThat(run("revalidate", "shop")).as(err()).isZero();
        assertThat(run("revalidate", "shop", "--head")).isEqualTo(1);
        assertThat(err()).contains("look: the shop greets");
        assertThat(run("revalidate", "elsewhere/shop", "--head")).isEqualTo(2);
    }

    /** As somebody with kubectl would. */
    private void edit(String from, String to) throws IOException {
        try (SandboxCluster cluster = SandboxCluster.start(
                Optional.of(folder.resolve(".slipway/sandbox")), 0, SimulationOptions.GUIDES, List.of())) {
            Resource<ConfigMap> map = cluster.target()
                    .client()
                    .configMaps()
                    .inNamespace("default")
                    .withName("shop");
            assertThat(map.get().getData()).containsEntry("greeting", from);
            map.edit(object ->
                    new ConfigMapBuilder(object).addToData("greeting", to).build());
        }
    }
}
