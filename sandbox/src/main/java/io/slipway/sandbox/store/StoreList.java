package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Objects of one kind at one moment.
 *
 * @param resourceVersion the version of the store at that moment
 * @param objects the objects by namespace and name; shared, to read only
 */
public record StoreList(long resourceVersion, List<ObjectNode> objects) {

    /** Keeps the list unmodifiable. */
    public StoreList {
        objects = List.copyOf(objects);
    }
}
