package io.slipway.activities.store;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The journals of rollouts. A rollout can be shown and resumed from its journal alone. */
public final class JournalStore {
    private final EventLogs<JournalEvent> logs;
    private final BiConsumer<String, List<JournalEvent>> listener;
    private final Map<String, String> troubles;

    /** The journals that those logs are. */
    public JournalStore(EventLogs<JournalEvent> logs) {
        this(logs, (rollout, events) -> {}, new ConcurrentHashMap<>());
    }

    private JournalStore(
            EventLogs<JournalEvent> logs,
            BiConsumer<String, List<JournalEvent>> listener,
            Map<String, String> troubles) {
        this.logs = logs;
        this.listener = listener;
        this.troubles = troubles;
    }

    /** The same journals; the listener, too, is told of what is appended here, once it is written. */
    public JournalStore heardBy(BiConsumer<String, List<JournalEvent>> newListener) {
        return new JournalStore(logs, listener.andThen(newListener), troubles);
    }

    /**
     * Appends events, in order. They survive the death of this process.
     *
     * @throws java.io.UncheckedIOException when the store cannot be written
     */
    public void append(String rollout, List<JournalEvent> events) {
        try {
            logs.append(rollout, events);
        } catch (StoreTrouble e) {
            trouble(rollout, e);
            throw e;
        }
        troubles.remove(rollout);
        listener.accept(rollout, events);
    }

    /** What happens in a rollout cannot be written down now; that is told until it can. */
    public void trouble(String rollout, StoreTrouble why) {
        troubles.put(rollout, why.told());
    }

    /** Why this process could not write what happened last in a rollout; empty when it could. */
    public Optional<String> trouble(String rollout) {
        return Optional.ofNullable(troubles.get(rollout));
    }

    /** All events of a rollout, in order; none for one that is not known. */
    public List<JournalEvent> events(String rollout) {
        return logs.events(rollout);
    }

    /** The events of a rollout that tell of a step, and perhaps others that name it. */
    public List<JournalEvent> events(String rollout, String step) {
        return EventLines.about(step, text(rollout), JournalEvent.class);
    }

    /** The state that a rollout's events add up to. */
    public Journal journal(String rollout) {
        return Journal.of(rollout, events(rollout));
    }

    /** Whether a rollout is one of that pipeline, without reading all that happened in it. */
    public boolean isOf(String pipeline, String rollout) {
        return pipeline(rollout).filter(pipeline::equals).isPresent();
    }

    /** The pipeline of a rollout by its first event alone; empty for one that is not known. */
    public Optional<String> pipeline(String rollout) {
        return logs.first(rollout)
                .flatMap(first -> first instanceof JournalEvent.RolloutStarted started
                        ? Optional.of(started.pipeline())
                        : Optional.empty());
    }

    /** The ids of all rollouts, the one with the latest event first. */
    public List<String> rollouts() {
        return logs.ids();
    }

    /** The ids of all rollouts with the time at which their last event was written, the latest first. */
    public SequencedMap<String, Instant> touched() {
        return logs.touched();
    }

    /** The journal as it is written, a line an event; empty for a rollout that is not known. */
    public String text(String rollout) {
        return logs.text(rollout);
    }

    /** Removes a rollout with what is kept beside its journal. */
    public void remove(String rollout) {
        logs.remove(rollout);
    }
}
