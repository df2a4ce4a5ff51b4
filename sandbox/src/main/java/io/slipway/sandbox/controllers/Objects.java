package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import java.util.function.Consumer;

/** Writes objects that a controller keeps beside another. */
final class Objects {
    private Objects() {}

    /** Changes the object, or creates it in the namespace of the one it belongs to. */
    static void put(
            ObjectStore store, ResourceKind kind, ObjectNode besides, String name, Consumer<ObjectNode> content) {
        boolean there = store.mutate(kind, Meta.namespace(besides), name, now -> {
                    content.accept(now);
                    return now;
                })
                .isPresent();
        if (!there) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.putObject("metadata").put("name", name).put("namespace", Meta.namespace(besides));
            content.accept(object);
            store.create(kind, object);
        }
    }
}
