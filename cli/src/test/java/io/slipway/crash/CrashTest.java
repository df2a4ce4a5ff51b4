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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills the process of a sandbox run at a seeded moment and goes on with another process. The moment is a line of the
 * journal and some milliseconds, so that the kills spread over all steps on a fast machine and on a slow one.
 */
class CrashTest {
    private static final int MOST_MILLIS_AFTER_THE_LINE = 250;

    @TempDir
    private static Path folder;

    private static WholeRun whole;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("slipway.crash.seeds", 2));
    }

    @BeforeAll
    static void runsWithoutACrash() throws Exception {
        whole = WholeRun.in(Files.createDirectory(folder.resolve("whole")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsDoneTwiceAfterAKill(long seed) throws Exception {
        Path work = work("seed-" + seed);
        Traces traces = new Traces(work);
        Random random = new Random(seed);
        int moment = 1 + random.nextInt(whole.lines() - 3);
        kill(traces, moment, random, "run", Workshop.PIPELINE, "--sandbox", "--yes");
        List<JournalEvent> before = traces.events();
        String id = traces.rollout();
        if (random.nextBoolean() && moment + 4 < whole.lines()) {
            kill(traces, moment + 3, random, "resume", id);
        }
        try (Child child = Child.start(work, "resume", id)) {
            assertThat(child.exit()).as(child.printed()).isZero();
        }
        List<JournalEvent> all = traces.events();
        assertThat(all).as("the journal is only added to").startsWith(before.toArray(new JournalEvent[0]));
        assertThat(StartedTwice.in(all)).as("done steps run again").isEmpty();
        assertThat(Journal.of(id, all).status()).isEqualTo(RolloutStatus.SUCCEEDED);
        assertThat(created(traces))
                .as("objects created, and how often; seed " + seed)
                .isEqualTo(whole.created());
    }

    /** The sandbox dies with the command, perhaps after it has stored an object and before it has written its audit line. */
    private static Map<String, Long> created(Traces traces) throws IOException {
        Map<String, Long> created = new TreeMap<>(traces.created());
        Set<String> stored = traces.stored();
        whole.created().keySet().stream().filter(stored::contains).forEach(object -> created.putIfAbsent(object, 1L));
        return created;
    }

    private static Path work(String name) throws IOException {
        return Workshop.in(Files.createDirectory(folder.resolve(name)));
    }

    /** Kills the command once the journal has that many lines, and a little later still. */
    private static void kill(Traces traces, int moment, Random random, String... command) throws Exception {
        Duration later = Duration.ofMillis(1 + random.nextInt(MOST_MILLIS_AFTER_THE_LINE));
        try (Child child = Child.start(traces.folder(), command)) {
            Kill.at(child, traces, events -> events.size() >= moment, later);
        }
    }
}
