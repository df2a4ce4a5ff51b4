package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.owner.ApplyOrder;

/**
 * An object as it shall be.
 *
 * @param tree as it is applied, with namespace and labels
 * @param ref what it names
 * @param kind as the cluster serves it
 * @param place where it was written, for errors
 */
public record Desired(ObjectNode tree, ObjectRef ref, ApiKind kind, String place) {
    /** When it is applied. */
    public ApplyOrder order() {
        return ApplyOrder.of(ref.kind());
    }

    /** Whether it is a Namespace. */
    public boolean isNamespace() {
        return order() == ApplyOrder.NAMESPACES;
    }
}
