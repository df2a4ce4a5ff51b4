package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ObjectRef;

/**
 * One object as it was written, everything resolved.
 *
 * @param tree the object
 * @param place where it was written
 */
public record Manifest(ObjectNode tree, Place place) {
    /** What it names; its namespace may still be empty. */
    public ObjectRef ref() {
        return ObjectRef.of(tree);
    }
}
