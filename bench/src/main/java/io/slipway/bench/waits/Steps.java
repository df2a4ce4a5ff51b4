package io.slipway.bench.waits;

import io.slipway.bench.bed.RolloutClient;
import io.slipway.model.journal.JournalEvent;
import io.slipway.worker.engine.RolloutHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The steps of a rollout as its journal tells of them. */
final class Steps {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 20;

    private final RolloutClient client;
    private final RolloutHandle rollout;

    Steps(RolloutClient client, RolloutHandle rollout) {
        this.client = client;
        this.rollout = rollout;
    }

    /** Waits until so many have started. */
    void awaitStarted(int many) throws InterruptedException {
        await(many, JournalEvent.StepStarted.class::isInstance);
    }

    /** Waits until so many have ended. */
    void awaitFinished(int many) throws InterruptedException {
        await(many, JournalEvent.StepFinished.class::isInstance);
    }

    /** When each ended. */
    Map<String, Instant> finished() {
        return client.events(rollout).stream()
                .filter(JournalEvent.StepFinished.class::isInstance)
                .map(JournalEvent.StepFinished.class::cast)
                .collect(Collectors.toMap(JournalEvent.StepFinished::step, JournalEvent.StepFinished::at));
    }

    private void await(int many, Predicate<JournalEvent> kind) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (client.events(rollout).stream().filter(kind).count() < many) {
            if (System.nanoTime() > end) {
                List<JournalEvent> events = client.events(rollout);
                throw new IllegalStateException(
                        rollout.id() + " has not come so far: " + (events.isEmpty() ? "no event" : events.getLast()));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
