package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pipelines of guide 004 refuse; their whole runs for both clouds are in {@code CoverageTest}. */
class StudioTest extends CommandLineTest {
    private static final Path PIPELINES =
            Path.of("../pipelines").toAbsolutePath().normalize();
    private static final String STUDIO = "flink-sql-studio";
    private static final String CLEANUP = "flink-sql-studio-cleanup";

    @Test
    void aScaleThatTheQuotaHasNoRoomForIsRefusedBeforeAnythingIsChanged() {
        Ran run = carryOut("run", STUDIO, "-p", "scaleTo=7", "--on-failure", "fail");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed()).contains("is not scaled from 4 to 7: the quota would be exceeded");
    }

    @Test
    void anImageOfAnotherReleaseIsRefusedBeforeAnythingIsChanged() {
        Ran run = carryOut("run", STUDIO, "-p", "image=registry.example.com/flink:1.20.0", "--on-failure", "fail");
        assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(run.printed())
                .contains("the image's tag is of the release that is meant")
                .doesNotContain("foundation/rights");
    }

    @Test
    void everyPointOfTheGuideIsCarried() {
        for (String name : List.of(STUDIO, CLEANUP)) {
            Ran run = carryOut("check", name, "--coverage");
            assertThat(run.code()).as(run.printed()).isEqualTo(ExitCode.DONE);
            assertThat(run.printed()).doesNotContain("warning").contains("is valid");
        }
    }

    @Test
    void cleanUpIsRefusedWhileAJobRuns() {
        Ran refused = carryOut("run", CLEANUP, "-p", "busy=true");
        assertThat(refused.code()).as(refused.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.printed())
                .contains("no job runs")
                .containsPattern("body[.]name = .insert-into_")
                .doesNotContain("studio/gateway delete");
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
