package io.slipway.sandbox.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Changes waiting to be taken, in order. One reader. */
public final class EventStream implements AutoCloseable {

    /** A reader that is this far behind will not catch up; it is told to start again. */
    private static final int CAPACITY = 100_000;

    private final LinkedBlockingQueue<Optional<StoreEvent>> queue = new LinkedBlockingQueue<>();
    private final Predicate<ResourceKind> kinds;
    private final Consumer<EventStream> onClose;
    private volatile boolean closed;

    EventStream(Predicate<ResourceKind> kinds, Consumer<EventStream> onClose) {
        this.kinds = kinds;
        this.onClose = onClose;
    }

    void offer(StoreEvent event) {
        if (closed || !kinds.test(event.kind())) {
            return;
        }
        if (queue.size() >= CAPACITY) {
            close();
        } else {
            queue.add(Optional.of(event));
        }
    }

    /**
     * Waits for the next change.
     *
     * @param timeout how long
     * @return the change; empty when none came in time or the stream is closed
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public Optional<StoreEvent> poll(Duration timeout) throws InterruptedException {
        Optional<StoreEvent> next = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? Optional.empty() : next;
    }

    /**
     * Whether nothing more will come.
     *
     * @return true once the stream is closed and everything in it was taken
     */
    public boolean ended() {
        return closed && queue.isEmpty();
    }

    /** Ends the stream; a waiting reader returns. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.accept(this);
            queue.add(Optional.empty());
        }
    }
}
