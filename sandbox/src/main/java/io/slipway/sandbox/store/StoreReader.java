package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The reading side of a store: objects and the stream of their changes. */
public abstract sealed class StoreReader permits ObjectStore {

    private final ReentrantLock lock = new ReentrantLock();
    private final Shelves shelves = new Shelves();
    private EventHistory history = new EventHistory(0);
    private long version;

    StoreReader() {}

    /**
     * A private copy of an object.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @return the object, empty when there is none
     */
    public Optional<ObjectNode> get(ResourceKind kind, String namespace, String name) {
        return view(kind, namespace, name).map(ObjectNode::deepCopy);
    }

    /**
     * A shared object, to read only.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @return the object, empty when there is none
     */
    public Optional<ObjectNode> view(ResourceKind kind, String namespace, String name) {
        return locked(() -> Optional.ofNullable(shelves.get(kind, namespace, name)));
    }

    /**
     * Private copies of the objects of a kind, by namespace and name.
     *
     * @param kind the kind
     * @param namespace only this namespace; empty for all
     * @return the objects
     */
    public List<ObjectNode> list(ResourceKind kind, String namespace) {
        return views(kind, namespace).objects().stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /**
     * Shared objects of a kind, to read only, and the version of the store they belong to.
     *
     * @param kind the kind
     * @param namespace only this namespace; empty for all
     * @return the objects by namespace and name
     */
    public StoreList views(ResourceKind kind, String namespace) {
        return locked(() -> new StoreList(version, shelves.list(kind, namespace)));
    }

    /**
     * The version of the last write.
     *
     * @return the resource version of the store
     */
    public long version() {
        return locked(() -> version);
    }

    /**
     * Calls back for every change from now on, in order, on a thread of its own; the callback may write to the store.
     *
     * @param consumer gets the changes
     * @return ends the subscription when closed
     */
    public Subscription subscribe(Consumer<StoreEvent> consumer) {
        return Subscription.start(stream(version(), kind -> true), consumer);
    }

    /**
     * Like {@link #subscribe}, but first calls back with {@code ADDED} for every object there is: what a controller
     * needs after a restart.
     *
     * @param consumer gets the objects and the changes
     * @return ends the subscription when closed
     */
    public Subscription subscribeWithPresent(Consumer<StoreEvent> consumer) {
        return locked(() -> {
            EventStream stream = history.open(version, kind -> true);
            shelves.forEach((kind, object) -> stream.offer(
                    new StoreEvent(StoreEvent.Type.ADDED, kind, object, Optional.empty(), Meta.version(object))));
            return Subscription.start(stream, consumer);
        });
    }

    /**
     * The changes after a version, to be taken one by one.
     *
     * @param after the version seen last
     * @param kinds which kinds
     * @return the stream; close it
     * @throws StatusException {@code Expired} when the history no longer reaches back to that version
     */
    public EventStream stream(long after, Predicate<ResourceKind> kinds) {
        return locked(() -> history.open(after, kinds));
    }

    /** The shelves; only under the lock. */
    Shelves shelves() {
        return shelves;
    }

    /** The version a journal was left at; called once, before anything else. */
    final void restored(long at) {
        version = at;
        history = new EventHistory(at);
    }

    /** Puts a change on the shelves and tells everybody; only under the lock. */
    final void publish(StoreEvent event) {
        version = event.resourceVersion();
        shelves.apply(event);
        history.add(event);
    }

    final void endStreams() {
        history.close();
    }

    final <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
