package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a worker at a seeded moment while the Temporal server and the cluster live on in another process. The next
 * worker goes on, and the command that follows the rollout sees its end.
 */
class WorkerCrashTest {
    private static final int MOST_MILLIS_AFTER_THE_LINE = 250;

    @TempDir
    private static Path folder;

    private static WholeRun whole;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("slipway.crash.seeds", 1));
    }

    /** In one process: neither the journal nor what is created differ by where the server and the worker run. */
    @BeforeAll
    static void runsWithoutACrash() throws Exception {
        whole = WholeRun.in(Files.createDirectory(folder.resolve("whole")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextWorkerGoesOn(long seed) throws Exception {
        Path work = Workshop.in(Files.createDirectory(folder.resolve("seed-" + seed)));
        Traces traces = new Traces(work);
        Random random = new Random(seed);
        int moment = 1 + random.nextInt(whole.lines() - 3);
        List<JournalEvent> before;
        try (Served served = Served.start(work)) {
            try (Child first = served.worker();
                    Child run = served.run()) {
                Duration later = Duration.ofMillis(1 + random.nextInt(MOST_MILLIS_AFTER_THE_LINE));
                Kill.at(first, traces, events -> events.size() >= moment, later);
                before = traces.events();
                try (Child second = served.worker()) {
                    int code = run.exit();
                    assertThat(code).as(run.printed() + second.printed()).isZero();
                }
            }
        }
        List<JournalEvent> all = traces.events();
        assertThat(all).as("the journal is only added to").startsWith(before.toArray(new JournalEvent[0]));
        assertThat(StartedTwice.in(all)).as("done steps run again").isEmpty();
        assertThat(Journal.of(traces.rollout(), all).status()).isEqualTo(RolloutStatus.SUCCEEDED);
        assertThat(traces.created()).as("objects created, and how often").isEqualTo(whole.created());
    }
}
