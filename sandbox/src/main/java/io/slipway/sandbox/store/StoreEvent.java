package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One change of the store.
 *
 * @param type what happened
 * @param kind the kind of the object
 * @param object the object after the change; for {@code DELETED} its last state with the version of the deletion.
 *     Shared with other readers: never modify it, take {@link #copy()}
 * @param previous the object before the change, empty for {@code ADDED}; shared as well
 * @param resourceVersion the version of the store after the change; events arrive in this order
 */
public record StoreEvent(
        Type type, ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous, long resourceVersion) {

    /** What happened to an object. */
    public enum Type {
        /** It was created. */
        ADDED,
        /** It was changed. */
        MODIFIED,
        /** It is gone. */
        DELETED
    }

    /**
     * A private copy of the object.
     *
     * @return a copy that may be modified
     */
    public ObjectNode copy() {
        return object.deepCopy();
    }

    /**
     * The object's namespace.
     *
     * @return the namespace, empty for cluster-scoped objects
     */
    public String namespace() {
        return Meta.namespace(object);
    }

    /**
     * The object's name.
     *
     * @return the name
     */
    public String name() {
        return Meta.name(object);
    }
}
