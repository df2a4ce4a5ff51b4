package io.slipway.workflows.rollout;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepRecord;
import io.slipway.model.journal.StepStatus;
import io.slipway.workflows.contract.JournalActivities;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow's copy of the journal. What an activity did it has written itself; what the workflow decided is written
 * through here.
 */
final class Ledger {
    private final JournalActivities file = Workflow.newLocalActivityStub(
            JournalActivities.class,
            LocalActivityOptions.newBuilder()
                    .setDoNotIncludeArgumentsIntoMarker(true)
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .build());
    private final Map<StepStatus, Integer> counts = new EnumMap<>(StepStatus.class);
    private final Deque<String> touched = new ArrayDeque<>();
    private Journal journal;
    private Runnable listener = () -> {};
    private int writing;

    Ledger(String rollout) {
        journal = Journal.empty(rollout);
    }

    /** The time, as the workflow knows it. */
    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    /** Takes over the records of earlier runs. */
    void adopt(List<StepRecord> records) {
        records.forEach(record -> {
            journal.steps().put(record.step(), record);
            count(record.status(), 1);
        });
    }

    /** Takes note of what an activity has written into the file itself. */
    void note(JournalEvent event) {
        Optional<String> step = stepOf(event);
        step.flatMap(journal::step).ifPresent(before -> count(before.status(), -1));
        journal = journal.apply(event);
        step.flatMap(journal::step).ifPresent(after -> count(after.status(), 1));
        step.ifPresent(this::touch);
        listener.run();
    }

    /** What the listener shows has changed without an event. */
    void changed() {
        listener.run();
    }

    /** Is called after each event. */
    void listen(Runnable newListener) {
        listener = newListener;
    }

    /** The steps that something happened to last, the latest first. */
    List<StepRecord> latest(int most) {
        return touched.stream()
                .limit(most)
                .map(journal::step)
                .flatMap(Optional::stream)
                .toList();
    }

    private void touch(String step) {
        touched.remove(step);
        touched.addFirst(step);
        if (touched.size() > 20) {
            touched.removeLast();
        }
    }

    /** Takes note of what the workflow decided, and writes it into the file. */
    void write(JournalEvent event) {
        write(List.of(event));
    }

    /** Several events at once. */
    void write(List<JournalEvent> events) {
        events.forEach(this::note);
        append(events);
    }

    /** Writes into the file what was taken note of before. */
    void file(JournalEvent event) {
        append(List.of(event));
    }

    /** Also while the work that says it is being cancelled. */
    private void append(List<JournalEvent> events) {
        JournalActivities.Batch batch = new JournalActivities.Batch(journal.rollout(), events);
        writing++;
        try {
            Workflow.newDetachedCancellationScope(() -> file.record(batch)).run();
        } finally {
            writing--;
        }
    }

    /** Whether the file holds everything that was decided so far. */
    boolean isWritten() {
        return writing == 0;
    }

    Journal journal() {
        return journal;
    }

    RolloutStatus status() {
        return journal.status();
    }

    Optional<StepRecord> step(String name) {
        return journal.step(name);
    }

    /** How many steps are in each status; steps that were not heard of yet are not counted. */
    Map<StepStatus, Integer> counts() {
        return counts;
    }

    private void count(StepStatus status, int by) {
        counts.merge(status, by, Integer::sum);
    }

    private static Optional<String> stepOf(JournalEvent event) {
        return switch (event) {
            case JournalEvent.StepStarted e -> Optional.of(e.step());
            case JournalEvent.StepFinished e -> Optional.of(e.step());
            case JournalEvent.StepMoved e -> Optional.of(e.step());
            case JournalEvent.StepKept e -> Optional.of(e.step());
            case JournalEvent.StepPutBack e -> Optional.of(e.step());
            case JournalEvent.RolloutStarted e -> Optional.empty();
            case JournalEvent.Amended e -> Optional.empty();
            case JournalEvent.NoticeSent e -> Optional.empty();
            case JournalEvent.Decided e -> Optional.empty();
            case JournalEvent.RolloutMoved e -> Optional.empty();
        };
    }
}
