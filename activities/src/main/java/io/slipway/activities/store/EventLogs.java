package io.slipway.activities.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Logs of events, one for each id, as some kind of store keeps them.
 *
 * @param <E> the kind of events
 */
public interface EventLogs<E> {
    /**
     * Appends events, in order. They survive the death of this process.
     *
     * @throws java.io.UncheckedIOException when the store cannot be written
     */
    void append(String id, List<? extends E> events);

    /** All events of a log, in order; none for one that is not known. */
    List<E> events(String id);

    /** The first event of a log, without reading the others; empty for one that is not known. */
    Optional<E> first(String id);

    /** All ids with the time at which their last event was written, the latest first. */
    SequencedMap<String, Instant> touched();

    /** All ids, the one with the latest event first. */
    default List<String> ids() {
        return List.copyOf(touched().keySet());
    }

    /** The log as it is written, a line an event; empty for one that is not known. */
    String text(String id);

    /** Removes a log with what is kept beside it. */
    void remove(String id);
}
