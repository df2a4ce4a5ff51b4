package io.slipway.sandbox.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Where the objects lie: by group and plural, then namespace, then name. Guarded by the store's lock. */
final class Shelves {

    /** Never written to. */
    private static final TreeMap<String, ObjectNode> NOTHING = new TreeMap<>();

    private final Map<String, Shelf> byResource = new TreeMap<>();

    /** The objects of one kind. The kind is the one they were last written under. */
    private record Shelf(ResourceKind kind, TreeMap<String, TreeMap<String, ObjectNode>> namespaces) {}

    ObjectNode get(ResourceKind kind, String namespace, String name) {
        Shelf shelf = byResource.get(kind.resource());
        return shelf == null
                ? null
                : shelf.namespaces().getOrDefault(namespace, NOTHING).get(name);
    }

    List<ObjectNode> list(ResourceKind kind, String namespace) {
        Shelf shelf = byResource.get(kind.resource());
        if (shelf == null) {
            return List.of();
        }
        if (!namespace.isEmpty()) {
            return new ArrayList<>(
                    shelf.namespaces().getOrDefault(namespace, NOTHING).values());
        }
        List<ObjectNode> all = new ArrayList<>();
        shelf.namespaces().values().forEach(names -> all.addAll(names.values()));
        return all;
    }

    void apply(StoreEvent event) {
        switch (event.type()) {
            case ADDED, MODIFIED -> put(event.kind(), event.object());
            case DELETED -> remove(event.kind(), event.object());
        }
    }

    void put(ResourceKind kind, ObjectNode object) {
        byResource
                .computeIfAbsent(kind.resource(), key -> new Shelf(kind, new TreeMap<>()))
                .namespaces()
                .computeIfAbsent(Meta.namespace(object), key -> new TreeMap<>())
                .put(Meta.name(object), object);
    }

    void remove(ResourceKind kind, ObjectNode object) {
        Shelf shelf = byResource.get(kind.resource());
        if (shelf != null) {
            shelf.namespaces().getOrDefault(Meta.namespace(object), NOTHING).remove(Meta.name(object));
        }
    }

    void forEach(BiConsumer<ResourceKind, ObjectNode> visitor) {
        for (Shelf shelf : Collections.unmodifiableCollection(byResource.values())) {
            shelf.namespaces()
                    .values()
                    .forEach(names -> names.values().forEach(object -> visitor.accept(shelf.kind(), object)));
        }
    }

    long count() {
        return byResource.values().stream()
                .flatMap(shelf -> shelf.namespaces().values().stream())
                .mapToLong(Map::size)
                .sum();
    }
}
