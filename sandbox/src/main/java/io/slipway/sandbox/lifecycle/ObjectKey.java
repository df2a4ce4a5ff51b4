package io.slipway.sandbox.lifecycle;

import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreEvent;

/**
 * Names an object.
 *
 * @param kind its kind
 * @param namespace its namespace, empty for cluster-scoped kinds
 * @param name its name
 */
record ObjectKey(ResourceKind kind, String namespace, String name) {

    static ObjectKey of(StoreEvent event) {
        return new ObjectKey(event.kind(), Meta.namespace(event.object()), Meta.name(event.object()));
    }
}
