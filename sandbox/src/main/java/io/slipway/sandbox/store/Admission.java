package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What happens to an object before it is stored, whoever writes it: defaults, validation, quota. Called under the
 * store's lock, so it sees a consistent state and must neither block nor write.
 */
@FunctionalInterface
public interface Admission {

    /** Admits everything as it is. */
    Admission OPEN = (store, kind, object, previous) -> {};

    /**
     * Completes an object or refuses it.
     *
     * @param store the store it will be written to, to read from
     * @param kind the kind
     * @param object what will be stored; may be changed
     * @param previous what is stored now, empty for a creation; never to be changed
     * @throws StatusException when the object is refused
     */
    void admit(StoreReader store, ResourceKind kind, ObjectNode object, Optional<ObjectNode> previous);
}
