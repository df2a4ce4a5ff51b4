package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose worker has no pipeline at all. */
class SendCommandTest extends CommandLineTest {
    private static final String PIPELINE = """
        slipway: v1
        pipeline: shop
        stages:
          - stage: only
            steps:
              - step: config
                deploy: { manifests: [config.yaml] }
              - step: greets
                validate:
                  checks:
                    - check: it says hello
                      objects: { kind: configmaps, names: [shop] }
                      expect: 'objects[0].data.greeting == "hello"'
        """;
    private ServerLab lab;

    @BeforeEach
    void aServerWithAWorker() throws IOException {
        lab = new ServerLab(folder, List.of());
        write(folder, "hello");
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    private static void write(Path place, String greeting) throws IOException {
        Path shop = Files.createDirectories(place.resolve("mine/shop"));
        Files.writeString(shop.resolve("pipeline.yaml"), PIPELINE);
        Files.writeString(shop.resolve("config.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: shop }
                data: { greeting: %s }
                """.formatted(greeting));
    }

    private Ran onServer(Path where, String... words) {
        return lab.ran(where, List.of(words));
    }

    @Test
    void aPipelineThatTheWorkerDoesNotHaveIsSent() {
        Ran without = onServer(folder, "run", "mine/shop", "--yes");
        assertThat(without.code()).isNotZero();
        assertThat(without.printed()).contains("this worker has no pipeline 'shop'");

        Ran sent = onServer(folder, "run", "mine/shop", "--yes", "--send");
        assertThat(sent.code()).as(sent.printed()).isZero();
        assertThat(sent.printed()).contains("rollout shop-20", "1 of 1 passed");
    }

    @Test
    void aRolloutGoesOnWithACorrectedPipelineThatIsSent() throws IOException {
        write(folder, "hallo");
        Ran paused = onServer(folder, "run", "mine/shop", "--yes", "--send");
        assertThat(paused.code()).as(paused.printed()).isEqualTo(ExitCode.PAUSED);
        String id = lab.home().rollout("last");

        write(folder, "hello");
        Ran amended = onServer(folder, "amend", id, "mine/shop", "--redo", "config");

        assertThat(amended.code()).as(amended.printed()).isZero();
        assertThat(amended.printed()).contains("1 of 1 passed");
    }

    @Test
    void aStoreThatTheWorkerDoesNotShareIsNamedAsTheCause() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        write(elsewhere, "hello");

        Ran sent = onServer(elsewhere, "run", "mine/shop", "--yes", "--send");

        assertThat(sent.code()).isNotZero();
        assertThat(sent.printed()).contains("is not in this worker's store", "SLIPWAY_STORE");
    }

    @Test
    void whatCannotBeSentIsRefusedBeforeAnythingIsStarted() throws IOException {
        Ran here = ran("run", "mine/shop", "--send", "--sandbox");
        assertThat(here.code()).isEqualTo(ExitCode.INVALID);
        assertThat(here.printed()).contains("--send requires a Temporal server");

        Path parent = Files.createDirectories(folder.resolve("mine/parent"));
        Files.writeString(
                parent.resolve("pipeline.yaml"),
                "slipway: v1\npipeline: parent\nstages: [{ stage: a, steps: [{ step: b, pipeline: shop }] }]\n");
        Ran children = onServer(folder, "run", "mine/parent", "--yes", "--send");
        assertThat(children.code()).as(children.printed()).isEqualTo(ExitCode.INVALID);
        assertThat(children.printed()).contains("cannot be sent: it starts shop");
    }
}
