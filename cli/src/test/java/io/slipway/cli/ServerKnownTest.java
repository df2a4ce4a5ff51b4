package io.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.UsedServer;
import io.slipway.worker.engine.RolloutHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run on a server tells people to type works as it stands, in the same folder and without the server's address. */
class ServerKnownTest extends CommandLineTest {
    private ServerLab lab;

    @BeforeEach
    void aServerWithAWorker() throws IOException {
        Path pipelines = folder.resolve("pipelines");
        write(Files.createDirectories(pipelines.resolve("gate")));
        lab = new ServerLab(folder, List.of(pipelines));
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    private static void write(Path gate) throws IOException {
        Files.writeString(gate.resolve("pipeline.yaml"), """
                slipway: v1
                pipeline: gate
                stages:
                  - stage: only
                    steps:
                      - step: go
                        approve: Go?
                      - step: rest
                        sleep: { for: 1ms }
                """);
    }

    private Ran paused(Path where) {
        Ran paused =
                lab.ran(where, List.of("run", folder.resolve("pipelines/gate").toString(), "--yes"));
        assertThat(paused.code()).as(paused.printed()).isEqualTo(ExitCode.PAUSED);
        return paused;
    }

    @Test
    void aDecisionFindsTheServerThatCarriesTheRolloutOut() {
        paused(folder);

        Ran approved = ran("approve", "last");

        assertThat(approved.code()).as(approved.printed()).isZero();
        assertThat(approved.printed())
                .contains("is run by the Temporal server at " + lab.address(), "rollout succeeded");
        assertThat(ran("approve", "last").printed())
                .contains("has ended: succeeded")
                .doesNotContain("is run by");
    }

    @Test
    void aCancellationReachesTheServerAndNotOnlyTheJournal() {
        paused(folder);

        Ran cancelled = ran("cancel", "last", "--note", "wrong night");

        assertThat(cancelled.code()).as(cancelled.printed()).isEqualTo(ExitCode.ABORTED);
        assertThat(cancelled.printed()).contains("rollout cancelled", "wrong night");
    }

    @Test
    void whoSharesNoFolderWithTheWorkerNeedNotNameTheServerAgain() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        paused(elsewhere);
        String id = lab.home().rollout("last");

        Ran skipped = CommandLineTest.ran(elsewhere, "skip", id);

        assertThat(skipped.code()).as(skipped.printed()).isZero();
    }

    @Test
    void aServerThatIsGoneIsNamedWithWhatToDo() throws IOException {
        paused(folder);
        String id = lab.home().rollout("last");
        new UsedServer(lab.home(), id).keep(new UsedServer.Named("127.0.0.1:1", "default"));

        Ran retried = ran("retry", id);

        assertThat(retried.code()).as(retried.printed()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(retried.printed()).contains("127.0.0.1:1", "If that server no longer exists: slipway resume " + id);
    }

    @Test
    void reValidationsAreListedBesideRollouts() {
        Ran never = lab.ran(folder, List.of("revalidate", "gate"));
        assertThat(never.code()).as(never.printed()).isEqualTo(ExitCode.INVALID);

        assertThat(lab.ran(folder, List.of("list")).printed()).contains("gate-revalidate-", "failed");
    }

    @Test
    void whatIsLookedAtAgainMayBeAPartOnly() {
        assertThat(lab.typed("{\"pipeline\": \"gate\", \"from\": \"rest\"}").succeeded())
                .isTrue();

        Ran looked = lab.ran(folder, List.of("revalidate", "gate"));

        assertThat(looked.printed())
                .contains("ran only a part of the pipeline (--from rest): the other checks are skipped");
    }

    @Test
    void aWorkerNotesTheServerOfARolloutThatNoCommandHasStarted() throws IOException {
        RolloutHandle.End end = lab.typed("{\"pipeline\": \"gate\", \"from\": \"rest\"}");
        assertThat(end.succeeded()).as(end.message()).isTrue();
        String id = lab.home().rollout("last");

        assertThat(new UsedServer(lab.home(), id).named().orElseThrow().address())
                .isEqualTo(lab.address());
    }
}
