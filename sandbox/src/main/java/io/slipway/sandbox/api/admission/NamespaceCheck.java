package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StoreReader;
import java.util.List;

/** Refuses new objects in namespaces that do not exist or are going away. */
final class NamespaceCheck {

    private NamespaceCheck() {}

    static void check(StoreReader store, ResourceKind kind, ObjectNode object) {
        if (!kind.namespaced()) {
            return;
        }
        String name = Meta.namespace(object);
        ObjectNode namespace =
                store.view(Kinds.NAMESPACE, "", name).orElseThrow(() -> Refusals.notFound(Kinds.NAMESPACE, name));
        if (Meta.deleting(namespace)) {
            String why = "unable to create new content in namespace %s because it is being terminated".formatted(name);
            Status.Cause cause = new Status.Cause(
                    "NamespaceTerminating", "namespace %s is being terminated".formatted(name), "metadata.namespace");
            Status plain = Refusals.forbidden(kind, Meta.name(object), why).status();
            Status.Details details =
                    new Status.Details(kind.group(), kind.plural(), Meta.name(object), "", List.of(cause), 0);
            throw Refusals.refusal(plain.code(), plain.reason(), plain.message(), details);
        }
    }
}
