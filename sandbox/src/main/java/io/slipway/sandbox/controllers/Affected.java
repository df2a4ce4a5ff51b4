package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreEvent;
import java.util.List;
import java.util.Optional;

/** The usual ways from a change to the keys it concerns. */
final class Affected {
    private Affected() {}

    /** The object itself when it is of the kind. */
    static List<Key> self(StoreEvent event, ResourceKind kind) {
        return event.kind().sameResource(kind) ? List.of(new Key(event.namespace(), event.name())) : List.of();
    }

    /** The object itself, or the owner of that kind which controls it. */
    static List<Key> selfOrOwner(StoreEvent event, ResourceKind kind) {
        if (event.kind().sameResource(kind)) {
            return List.of(new Key(event.namespace(), event.name()));
        }
        return controller(event.object(), kind)
                .map(owner -> List.of(new Key(event.namespace(), owner)))
                .orElse(List.of());
    }

    /** The name of the owner of that kind which controls an object. */
    static Optional<String> controller(ObjectNode object, ResourceKind kind) {
        return Meta.controller(object)
                .filter(owner -> owner.path("kind").asText().equals(kind.kind()))
                .map(owner -> owner.path("name").asText());
    }
}
