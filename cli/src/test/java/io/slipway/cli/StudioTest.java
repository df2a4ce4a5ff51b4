package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines of guide 004 in the sandbox, for both clouds. */
class StudioTest {
    private static final Path PIPELINES =
            Path.of("../pipelines").toAbsolutePath().normalize();
    private static final String STUDIO = "flink-sql-studio";
    private static final String CLEANUP = "flink-sql-studio-cleanup";

    @TempDir
    private Path folder;

    @Test
    void theWholeGuideRunsOnGoogle() {
        Run run = run("run", STUDIO, "--profile", "gke");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("SIMULATION").contains("flink-studio.apps.sandbox.local");
    }

    @Test
    void onAzureItIsScaledAndTheJobOfKafkaGoesOn() {
        String staging =
                PIPELINES.resolve(STUDIO).resolve("environments/staging.env").toString();
        Run run =
                run("run", STUDIO, "--profile", "aks", "--env-file", staging, "-p", "scaleTo=3", "-p", "kafkaJob=true");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("scaled from 2 to 3 replicas");
    }

    @Test
    void aScaleThatTheQuotaHasNoRoomForIsRefusedBeforeAnythingIsChanged() {
        Run run = run("run", STUDIO, "-p", "scaleTo=7", "--on-failure", "fail");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed()).contains("is not scaled from 4 to 7: the quota would be exceeded");
    }

    @Test
    void everyPointOfTheGuideIsCarried() {
        for (String name : List.of(STUDIO, CLEANUP)) {
            Run run = run("check", name, "--coverage");
            assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
            assertThat(run.printed()).doesNotContain("warning").contains("can run");
        }
    }

    @Test
    void cleanUpRemovesWhatIsThere() {
        Run run = run("run", CLEANUP);
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void cleanUpIsRefusedWhileAJobRunsAndStopsItWhenForced() {
        Run refused = run("run", CLEANUP, "-p", "busy=true");
        assertThat(refused.code()).as(refused.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.printed()).contains("no job runs").doesNotContain("studio/gateway delete");
        Run forced = run("run", CLEANUP, "-p", "busy=true", "-p", "force=true");
        assertThat(forced.code()).as(forced.printed()).isEqualTo(ExitCode.DONE);
    }

    private record Run(int code, String printed) {}

    private Run run(String command, String pipeline, String... more) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Environment environment = new Environment(
                Console.plain(printed, printed), folder, Map.of("USER", "ada"), new ByteArrayInputStream(new byte[0]));
        List<String> words =
                new ArrayList<>(List.of(command, PIPELINES.resolve(pipeline).toString()));
        if (command.equals("run")) {
            words.addAll(List.of("--sandbox", "--yes"));
        }
        words.addAll(List.of(more));
        int code = new Slipway(environment).run(words.toArray(String[]::new));
        return new Run(code, printed.toString(UTF_8));
    }
}
