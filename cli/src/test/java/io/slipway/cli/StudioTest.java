package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pipelines of guide 004 in the sandbox, for both clouds. */
class StudioTest extends CommandLineTest {
    private static final Path PIPELINES =
            Path.of("../pipelines").toAbsolutePath().normalize();
    private static final String STUDIO = "flink-sql-studio";
    private static final String CLEANUP = "flink-sql-studio-cleanup";

    @Test
    void theWholeGuideRunsOnGoogle() {
        Ran run = carryOut("run", STUDIO, "--profile", "gke");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("SIMULATION").contains("flink-studio.apps.sandbox.local");
    }

    @Test
    void onAzureItIsScaledAndTheJobOfKafkaGoesOn() {
        String staging =
                PIPELINES.resolve(STUDIO).resolve("environments/staging.env").toString();
        Ran run = carryOut(
                "run", STUDIO, "--profile", "aks", "--env-file", staging, "-p", "scaleTo=3", "-p", "kafkaJob=true");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("scaled from 2 to 3 replicas");
    }

    @Test
    void aScaleThatTheQuotaHasNoRoomForIsRefusedBeforeAnythingIsChanged() {
        Ran run = carryOut("run", STUDIO, "-p", "scaleTo=7", "--on-failure", "fail");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed()).contains("is not scaled from 4 to 7: the quota would be exceeded");
    }

    @Test
    void everyPointOfTheGuideIsCarried() {
        for (String name : List.of(STUDIO, CLEANUP)) {
            Ran run = carryOut("check", name, "--coverage");
            assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
            assertThat(run.printed()).doesNotContain("warning").contains("can run");
        }
    }

    @Test
    void cleanUpRemovesWhatIsThere() {
        Ran run = carryOut("run", CLEANUP);
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void cleanUpIsRefusedWhileAJobRunsAndStopsItWhenForced() {
        Ran refused = carryOut("run", CLEANUP, "-p", "busy=true");
        assertThat(refused.code()).as(refused.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.printed()).contains("no job runs").doesNotContain("studio/gateway delete");
        Ran forced = carryOut("run", CLEANUP, "-p", "busy=true", "-p", "force=true");
        assertThat(forced.code()).as(forced.printed()).isEqualTo(ExitCode.DONE);
    }

    private Ran carryOut(String command, String pipeline, String... more) {
        List<String> words =
                new ArrayList<>(List.of(command, PIPELINES.resolve(pipeline).toString()));
        if (command.equals("run")) {
            words.addAll(List.of("--sandbox", "--yes"));
        }
        words.addAll(List.of(more));
        return ran(words.toArray(String[]::new));
    }
}
