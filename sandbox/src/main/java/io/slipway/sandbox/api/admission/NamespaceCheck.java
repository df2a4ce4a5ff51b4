package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.Status;
import io.slipway.sandbox.store.StoreReader;
import java.util.List;
import java.util.Set;

/** Refuses new objects in namespaces that do not exist or are going away. */
final class NamespaceCheck {

    /** What may still be written while a namespace goes away. */
    private static final Set<String> ALWAYS = Set.of("events");

    private NamespaceCheck() {}

    static void check(StoreReader store, ResourceKind kind, ObjectNode object) {
        if (!kind.namespaced() || ALWAYS.contains(kind.resource())) {
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
