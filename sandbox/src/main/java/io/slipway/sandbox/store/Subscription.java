package io.slipway.sandbox.store;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A callback that gets the changes of a store on a thread of its own. */
public final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration IDLE = Duration.ofHours(1);

    private final EventStream stream;
    private final Thread thread;

    private Subscription(EventStream stream, Consumer<StoreEvent> consumer) {
        this.stream = stream;
        this.thread = Thread.ofVirtual().name("store-subscription").unstarted(() -> run(stream, consumer));
    }

    static Subscription start(EventStream stream, Consumer<StoreEvent> consumer) {
        Subscription subscription = new Subscription(stream, consumer);
        subscription.thread.start();
        return subscription;
    }

    private static void run(EventStream stream, Consumer<StoreEvent> consumer) {
        try {
            while (!stream.ended()) {
                stream.poll(IDLE).ifPresent(event -> deliver(event, consumer));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A callback that fails on one change must still see the next. */
    private static void deliver(StoreEvent event, Consumer<StoreEvent> consumer) {
        try {
            consumer.accept(event);
        } catch (RuntimeException failure) {
            LOG.error("subscriber failed kind={} name={}", event.kind().kind(), event.name(), failure);
        }
    }

    /** Ends the subscription. A callback that is running is not waited for. */
    @Override
    public void close() {
        stream.close();
    }
}
