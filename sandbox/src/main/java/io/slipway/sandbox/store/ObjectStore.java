package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The objects of the sandbox: versioned, ordered, safe for any number of threads. One lock orders all writes, so every
 * reader sees changes in the order of their resource versions. Objects handed out by {@code get} and {@code list} are
 * copies; those of {@code view} and of events are shared and must never be modified.
 */
public final class ObjectStore extends StoreReader implements AutoCloseable {

    private final Journal journal;
    private final ObjectStamps stamps;
    private volatile Admission admission = Admission.OPEN;

    private ObjectStore(Journal journal, Clock clock) {
        this.journal = journal;
        this.stamps = new ObjectStamps(clock);
        restored(journal.restore(shelves()));
    }

    /**
     * A store that forgets everything when it is closed.
     *
     * @return an empty store
     */
    public static ObjectStore inMemory() {
        return new ObjectStore(Journal.NONE, Clock.systemUTC());
    }

    /**
     * A store kept in a folder; it survives a killed process.
     *
     * @param folder where the journal is; made when missing
     * @return the store with what the folder holds
     * @throws IOException when the folder cannot be read or written, or the journal is damaged before its last line
     */
    public static ObjectStore open(Path folder) throws IOException {
        return keptBy(FileJournal.open(folder));
    }

    static ObjectStore keptBy(Journal journal) {
        return new ObjectStore(journal, Clock.systemUTC());
    }

    /**
     * Sets what happens to every object before it is stored.
     *
     * @param admission defaults, validation and quota
     */
    public void admission(Admission admission) {
        this.admission = admission;
    }

    /**
     * Creates an object; name and namespace are those of its metadata, or made from {@code generateName}.
     *
     * @param kind its kind
     * @param object the object, not modified
     * @return what was stored
     * @throws StatusException {@code AlreadyExists}, or what the admission says
     */
    public ObjectNode create(ResourceKind kind, ObjectNode object) {
        return create(kind, object, WriteMode.COMMIT);
    }

    /**
     * Creates an object, or only says what would be stored.
     *
     * @param kind its kind
     * @param object the object, not modified
     * @param mode whether to store it
     * @return what was or would be stored
     * @throws StatusException {@code AlreadyExists}, or what the admission says
     */
    public ObjectNode create(ResourceKind kind, ObjectNode object, WriteMode mode) {
        ObjectNode born = object.deepCopy();
        return locked(() -> {
                    stamps.born(kind, born, name -> shelves().get(kind, Meta.namespace(born), name) != null);
                    admission.admit(this, kind, born, Optional.empty());
                    if (shelves().get(kind, Meta.namespace(born), Meta.name(born)) != null) {
                        throw Refusals.alreadyExists(kind, Meta.name(born));
                    }
                    if (mode == WriteMode.COMMIT) {
                        commit(StoreEvent.Type.ADDED, kind, born, Optional.empty());
                    }
                    return born;
                })
                .deepCopy();
    }

    /**
     * Replaces an object, its status included. With a {@code metadata.resourceVersion} only that version is replaced.
     *
     * @param kind its kind
     * @param object the new state, not modified
     * @return what was stored
     * @throws StatusException {@code NotFound}, {@code Conflict}, or what the admission says
     */
    public ObjectNode replace(ResourceKind kind, ObjectNode object) {
        return update(kind, Meta.namespace(object), Meta.name(object), now -> object.deepCopy(), WriteMode.COMMIT);
    }

    /**
     * Replaces the {@code status} of an object by another object's and leaves the rest.
     *
     * @param kind its kind
     * @param object the object with the new status, not modified; its resource version is respected when it has one
     * @return what was stored
     * @throws StatusException {@code NotFound} or {@code Conflict}
     */
    public ObjectNode updateStatus(ResourceKind kind, ObjectNode object) {
        UnaryOperator<ObjectNode> change = now -> {
            if (Meta.version(object) > 0) {
                Meta.of(now).put("resourceVersion", Long.toString(Meta.version(object)));
            }
            return withStatusOf(object, now);
        };
        return update(kind, Meta.namespace(object), Meta.name(object), change, WriteMode.COMMIT);
    }

    /**
     * Changes an object under the lock, whatever its version: what controllers use.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @param change gets a private copy, returns the new state; must neither block nor use the store to write
     * @return the new state, empty when there is no such object; nothing is written when nothing changed
     */
    public Optional<ObjectNode> mutate(
            ResourceKind kind, String namespace, String name, UnaryOperator<ObjectNode> change) {
        try {
            return Optional.of(update(kind, namespace, name, change, WriteMode.COMMIT));
        } catch (StatusException refused) {
            if (refused.is("NotFound")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * Like {@link #mutate}, but keeps only what the change did to {@code status}.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @param change gets a private copy, returns the new state
     * @return the new state, empty when there is no such object
     */
    public Optional<ObjectNode> mutateStatus(
            ResourceKind kind, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return mutate(kind, namespace, name, now -> withStatusOf(change.apply(now.deepCopy()), now));
    }

    /**
     * Changes an object under the lock. The result's {@code resourceVersion}, when set, must be the stored one.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @param change gets a private copy, returns the new state or throws
     * @param mode whether to store it
     * @return the new state
     * @throws StatusException {@code NotFound}, {@code Conflict}, or what the change or the admission says
     */
    public ObjectNode update(
            ResourceKind kind, String namespace, String name, UnaryOperator<ObjectNode> change, WriteMode mode) {
        return locked(() -> {
                    ObjectNode now = require(kind, namespace, name);
                    ObjectNode next = change.apply(now.deepCopy());
                    stamps.updated(kind, now, next);
                    admission.admit(this, kind, next, Optional.of(now));
                    stamps.generation(kind, now, next);
                    if (next.equals(now)) {
                        return now;
                    }
                    return store(kind, now, next, mode);
                })
                .deepCopy();
    }

    /**
     * Deletes an object, or marks it as being deleted while finalizers or a grace period hold it.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @param deletion how
     * @return the last state when it is gone, otherwise the marked object
     * @throws StatusException {@code NotFound}, or {@code Conflict} when a precondition does not hold
     */
    public ObjectNode delete(ResourceKind kind, String namespace, String name, Deletion deletion) {
        return delete(kind, namespace, name, deletion, WriteMode.COMMIT);
    }

    /**
     * Deletes an object, or only says what would happen.
     *
     * @param kind its kind
     * @param namespace its namespace, empty for cluster-scoped kinds
     * @param name its name
     * @param deletion how
     * @param mode whether to do it
     * @return the last state when it is gone, otherwise the marked object
     * @throws StatusException {@code NotFound}, or {@code Conflict} when a precondition does not hold
     */
    public ObjectNode delete(ResourceKind kind, String namespace, String name, Deletion deletion, WriteMode mode) {
        return locked(() -> {
                    ObjectNode now = require(kind, namespace, name);
                    ObjectNode next = now.deepCopy();
                    stamps.deleting(kind, next, deletion);
                    if (mode == WriteMode.DRY_RUN || next.equals(now)) {
                        return next;
                    }
                    return store(kind, now, next, mode);
                })
                .deepCopy();
    }

    /** Ends all streams and closes the journal. */
    @Override
    public void close() {
        locked(() -> {
            endStreams();
            journal.close();
            return this;
        });
    }

    private ObjectNode require(ResourceKind kind, String namespace, String name) {
        ObjectNode now = shelves().get(kind, namespace, name);
        if (now == null) {
            throw Refusals.notFound(kind, name);
        }
        return now;
    }

    private ObjectNode store(ResourceKind kind, ObjectNode now, ObjectNode next, WriteMode mode) {
        if (mode == WriteMode.COMMIT) {
            boolean gone = ObjectStamps.gone(kind, next);
            commit(gone ? StoreEvent.Type.DELETED : StoreEvent.Type.MODIFIED, kind, next, Optional.of(now));
        }
        return next;
    }

    private void commit(StoreEvent.Type type, ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous) {
        long next = version() + 1;
        Meta.of(object).put("resourceVersion", Long.toString(next));
        StoreEvent event = new StoreEvent(type, kind, object, previous, next);
        journal.append(event);
        publish(event);
        journal.compactWhenLarge(shelves(), next);
    }

    private static ObjectNode withStatusOf(ObjectNode source, ObjectNode into) {
        if (source.has("status")) {
            into.set("status", source.get("status").deepCopy());
        } else {
            into.remove("status");
        }
        return into;
    }
}
