package io.slipway.sandbox.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The last changes, so that a watch can resume, and the streams that follow. Guarded by the store's lock. */
final class EventHistory {

    /** About what etcd keeps between compactions of a small cluster. */
    private static final int KEPT = 20_000;

    private final Deque<StoreEvent> events = new ArrayDeque<>();
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private long forgotten;

    EventHistory(long version) {
        this.forgotten = version;
    }

    void add(StoreEvent event) {
        events.addLast(event);
        if (events.size() > KEPT) {
            forgotten = events.removeFirst().resourceVersion();
        }
        streams.forEach(stream -> stream.offer(event));
    }

    EventStream open(long after, Predicate<ResourceKind> kinds) {
        if (after < forgotten) {
            throw Refusals.expired(after, forgotten);
        }
        EventStream stream = new EventStream(kinds, streams::remove);
        missed(after).forEach(stream::offer);
        streams.add(stream);
        return stream;
    }

    private List<StoreEvent> missed(long after) {
        List<StoreEvent> missed = new ArrayList<>();
        var newestFirst = events.descendingIterator();
        while (newestFirst.hasNext()) {
            StoreEvent event = newestFirst.next();
            if (event.resourceVersion() <= after) {
                break;
            }
            missed.add(event);
        }
        return missed.reversed();
    }

    void close() {
        streams.forEach(EventStream::close);
    }
}
