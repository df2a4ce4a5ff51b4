package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with a Temporal server in another process and a worker in a third, as an administrator would use them. */
class ServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void aRolloutIsStartedFollowedReadAndDecidedOverTheServer() throws Exception {
        pipeline();
        try (Served served = Served.start(folder);
                Child worker = served.slipway(
                        "worker",
                        "--kubeconfig",
                        ".slipway/sandbox/kubeconfig",
                        "--pipelines",
                        ".",
                        "--log-format",
                        "json")) {
            assertThat(printed(served, ExitCode.PAUSED, "run", "gate", "--yes", "--temporal-ui", "http://ui.example/"))
                    .contains("http://ui.example/namespaces/default/workflows/gate-")
                    .contains("paused");
            String id = id(served);

            Map<String, String> elsewhere = Map.of(
                    "TEMPORAL_ADDRESS",
                    served.address(),
                    "SLIPWAY_HOME",
                    folder.resolve("elsewhere").toString());
            try (Child show = Child.start(folder, elsewhere, "show", id, "-o", "json")) {
                assertThat(show.exit()).as(show.printed()).isZero();
                JsonNode shown = json(show.printed());
                assertThat(shown.path("status").asText()).isEqualTo("paused");
                assertThat(shown.path("simulated").asBoolean()).isTrue();
            }

            assertThat(printed(served, ExitCode.INVALID, "retry", id)).contains("is waiting for approval");
            assertThat(printed(served, ExitCode.DONE, "approve", id, "--note", "seen"))
                    .contains("approved go")
                    .contains("succeeded");
            assertThat(printed(served, ExitCode.INVALID, "cancel", id)).contains("has ended");
            assertThat(printed(served, ExitCode.DONE, "logs", "-f", id)).doesNotContain("slipway:");
            stopsWhenTold(worker);
        }
    }

    private static void stopsWhenTold(Child worker) throws IOException {
        worker.terminate();
        await().atMost(PATIENCE).until(() -> !worker.alive());
        assertThat(worker.printed()).contains("stopping");
        assertThat(worker.printed().lines().filter(line -> line.startsWith("{")))
                .as("what a worker logs is JSON")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                Json.read(line, JsonNode.class).path("level").asText())
                        .isNotEmpty());
    }

    private static String id(Served served) throws Exception {
        JsonNode list = json(printed(served, ExitCode.DONE, "list", "-o", "json"));
        assertThat(list).hasSize(1);
        return list.path(0).path("rollout").asText();
    }

    /** What a command printed, without what Java itself says of its libraries. */
    private static JsonNode json(String printed) {
        List<String> lines =
                printed.lines().filter(line -> !line.startsWith("WARNING: ")).toList();
        return Json.read(String.join("\n", lines), JsonNode.class);
    }

    private static String printed(Served served, int exit, String... command) throws Exception {
        try (Child child = served.slipway(command)) {
            int code = child.exit();
            assertThat(code).as(child.printed()).isEqualTo(exit);
            return child.printed();
        }
    }

    private void pipeline() throws IOException {
        Path gate = Files.createDirectory(folder.resolve("gate"));
        Files.writeString(gate.resolve("pipeline.yaml"), """
            slipway: v1
            pipeline: gate
            stages:
              - stage: only
                steps:
                  - step: note
                    deploy: { manifests: [note.yaml] }
                  - step: go
                    approve: { message: Shall it go on? }
            """);
        Files.writeString(gate.resolve("note.yaml"), """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: note, namespace: default }
            data: { text: hello }
            """);
    }
}
