package io.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.model.journal.JournalEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** {@code kill -9} at a moment of a rollout. */
final class Kill {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Kill() {}

    /** Kills a process once the journal has come to the moment, and a little later still. */
    static void at(Child child, Traces traces, Predicate<List<JournalEvent>> moment, Duration later) throws Exception {
        AtomicInteger seen = new AtomicInteger();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !child.alive() || grown(traces, seen) && moment.test(traces.events()));
        await().pollDelay(later).until(() -> true);
        assertThat(child.alive()).as("killed in the middle: " + child.printed()).isTrue();
        child.kill();
    }

    /** Events are only read where there are new ones: the process that is to be killed wants the machine too. */
    private static boolean grown(Traces traces, AtomicInteger seen) {
        int length = traces.text().length();
        return seen.getAndSet(length) != length;
    }
}
