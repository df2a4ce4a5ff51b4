package io.slipway.activities.store;

import io.slipway.model.journal.Journal;
import io.slipway.model.journal.JournalEvent;
import java.time.Instant;
import java.util.List;

/** The journals of rollouts. A rollout can be shown and resumed from its journal alone. */
public interface JournalStore {
    /**
     * Appends events, in order. They survive the death of this process.
     *
     * @throws java.io.UncheckedIOException when the store cannot be written
     */
    void append(String rollout, List<JournalEvent> events);

    /** All events of a rollout, in order; none for one that is not known. */
    List<JournalEvent> events(String rollout);

    /** The ids of all rollouts, the one with the latest event first. */
    List<String> rollouts();

    /** When the last event was written; long ago for a rollout that is not known. */
    Instant lastTouched(String rollout);

    /** The journal as it is written, a line an event; empty for a rollout that is not known. */
    String text(String rollout);

    /** Removes a rollout with what is kept beside its journal. */
    void remove(String rollout);

    /** The state that a rollout's events add up to. */
    default Journal journal(String rollout) {
        return Journal.of(rollout, events(rollout));
    }
}
