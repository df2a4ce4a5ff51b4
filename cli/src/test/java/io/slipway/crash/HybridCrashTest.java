package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * More TaskManagers for the time of a batch, and {@code kill -9} while they are there: whoever goes on leaves the cluster
 * as it was. The rollout itself ends with checks that say so, and they are asked again here.
 */
class HybridCrashTest {
    private static final String SCALE = "batch-capacity";
    /** Steps in whose first moments it is killed: while it scales, after it has, and while the batch works. */
    private static final List<String> MOMENTS = List.of(SCALE, "batch-slots", "batch", "long-batch");

    private static final int MOST_MILLIS_AFTER_THE_LINE = 400;

    @TempDir
    private static Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("slipway.crash.seeds", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aKilledRunIsResumedAndPutsBack(long seed) throws Exception {
        Traces traces = new Traces(work("run-" + seed));
        try (Child child = Child.start(traces.folder(), "run", Workshop.PIPELINE, "--sandbox", "--yes")) {
            killWhileScaled(child, traces, new Random(seed));
        }
        try (Child child = Child.start(traces.folder(), "resume", traces.rollout())) {
            assertThat(child.exit()).as(child.printed()).isZero();
        }
        cameToItsEnd(traces);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextWorkerPutsBack(long seed) throws Exception {
        Traces traces = new Traces(work("worker-" + seed));
        try (Served served = Served.start(traces.folder());
                Child first = served.worker();
                Child run = served.run()) {
            killWhileScaled(first, traces, new Random(seed));
            try (Child second = served.worker()) {
                int code = run.exit();
                assertThat(code).as(run.printed() + second.printed()).isZero();
            }
        }
        cameToItsEnd(traces);
    }

    @Test
    void anAbortAfterTheKillPutsBackToo() throws Exception {
        Traces traces = new Traces(work("abort"));
        try (Child child = Child.start(traces.folder(), "run", Workshop.PIPELINE, "--sandbox", "--yes")) {
            killWhileScaled(child, traces, new Random(7));
        }
        try (Child child = Child.start(traces.folder(), "abort", traces.rollout())) {
            child.exit();
            assertThat(putBack(traces.events())).as(child.printed()).containsExactly(SCALE);
        }
        assertThat(Journal.of(traces.rollout(), traces.events()).status()).isEqualTo(RolloutStatus.ABORTED);
    }

    private static Path work(String name) throws IOException {
        return Workshop.in(Files.createDirectory(folder.resolve(name)), "flink-modes", "hybrid.yaml");
    }

    /** Kills it in the stage of the batch, before the size was put back. */
    private static void killWhileScaled(Child child, Traces traces, Random random) throws Exception {
        String step = MOMENTS.get(random.nextInt(MOMENTS.size()));
        Duration later = Duration.ofMillis(1 + random.nextInt(MOST_MILLIS_AFTER_THE_LINE));
        Kill.at(child, traces, events -> started(events, step), later);
        assertThat(putBack(traces.events())).as("killed while scaled").isEmpty();
    }

    private static boolean started(List<JournalEvent> events, String step) {
        return events.stream()
                .anyMatch(event -> event instanceof JournalEvent.StepStarted start
                        && start.step().equals(step));
    }

    private static List<String> putBack(List<JournalEvent> events) {
        return events.stream()
                .filter(JournalEvent.StepPutBack.class::isInstance)
                .map(event -> ((JournalEvent.StepPutBack) event).step())
                .toList();
    }

    /** The rollout's last step has then seen the baseline, and no trace of the scaling. */
    private static void cameToItsEnd(Traces traces) {
        List<JournalEvent> events = traces.events();
        assertThat(putBack(events)).as("put back").containsExactly(SCALE);
        assertThat(Journal.of(traces.rollout(), events).status()).isEqualTo(RolloutStatus.SUCCEEDED);
        assertThat(StartedTwice.in(events)).as("done steps run again").isSubsetOf(SCALE);
    }
}
