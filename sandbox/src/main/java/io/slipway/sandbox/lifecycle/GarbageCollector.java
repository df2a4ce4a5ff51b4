package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Propagation;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes what has lost all its owners, and does foreground deletion and orphaning. One thread calls it. */
final class GarbageCollector {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final ObjectStore store;
    private final KindRegistry kinds;
    private final Map<String, Set<ObjectKey>> dependents = new HashMap<>();
    /** With an owner of a kind that is not served: nobody knows whether it is there. */
    private final Set<ObjectKey> undecided = new LinkedHashSet<>();

    GarbageCollector(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
        // an owner that was on its way out when the process ended is told of before what it owns
        kinds.all()
                .forEach(served -> store.views(served.kind(), "")
                        .objects()
                        .forEach(object ->
                                note(new ObjectKey(served.kind(), Meta.namespace(object), Meta.name(object)), object)));
    }

    void on(StoreEvent event) {
        ObjectKey key = ObjectKey.of(event);
        event.previous().ifPresent(old -> forget(key, old));
        if (event.type() == StoreEvent.Type.DELETED) {
            gone(event.object());
            return;
        }
        note(key, event.object());
        if (event.type() == StoreEvent.Type.ADDED) {
            collectIfOwnerless(key);
        }
        if (Meta.deleting(event.object())) {
            deleting(key, event.object());
        }
        if (event.kind().sameResource(Kinds.CUSTOM_RESOURCE_DEFINITION)) {
            Set<ObjectKey> again = Set.copyOf(undecided);
            undecided.clear();
            again.forEach(this::collectIfOwnerless);
        }
    }

    private void note(ObjectKey key, ObjectNode object) {
        owners(object)
                .forEach(owner -> dependents
                        .computeIfAbsent(owner.path("uid").asText(), uid -> new LinkedHashSet<>())
                        .add(key));
    }

    private void forget(ObjectKey key, ObjectNode old) {
        owners(old).forEach(owner -> {
            dependents.computeIfPresent(owner.path("uid").asText(), (uid, keys) -> {
                keys.remove(key);
                return keys.isEmpty() ? null : keys;
            });
        });
    }

    /** What it owned may have to go; who waited for it to go may go now. */
    private void gone(ObjectNode object) {
        Set<ObjectKey> owned = dependents.remove(Meta.uid(object));
        if (owned != null) {
            List.copyOf(owned).forEach(key -> collectIfOwnerless(key, Meta.uid(object)));
        }
        owners(object)
                .forEach(owner -> find(owner, Meta.namespace(object))
                        .ifPresent(key -> store.view(key.kind(), key.namespace(), key.name())
                                .filter(Meta::deleting)
                                .ifPresent(waiting -> deleting(key, waiting))));
    }

    private void deleting(ObjectKey key, ObjectNode owner) {
        if (Meta.finalizers(owner).contains(ORPHAN)) {
            owned(owner).forEach(dependent -> dropOwner(dependent, Meta.uid(owner)));
            release(key, ORPHAN);
        } else if (Meta.finalizers(owner).contains(FOREGROUND)) {
            owned(owner).forEach(dependent -> delete(dependent, Propagation.FOREGROUND));
            if (owned(owner).stream().noneMatch(dependent -> blocks(dependent, Meta.uid(owner)))) {
                release(key, FOREGROUND);
            }
        }
    }

    private void collectIfOwnerless(ObjectKey key) {
        collectIfOwnerless(key, "");
    }

    /** An owner that has gone just now is lost, whether its kind is still served or not. */
    private void collectIfOwnerless(ObjectKey key, String gone) {
        Optional<ObjectNode> object = store.view(key.kind(), key.namespace(), key.name());
        if (object.isEmpty() || owners(object.get()).isEmpty()) {
            return;
        }
        List<JsonNode> lost = owners(object.get()).stream()
                .filter(owner -> owner.path("uid").asText().equals(gone)
                        || find(owner, key.namespace()).isEmpty())
                .toList();
        if (lost.stream().anyMatch(owner -> !owner.path("uid").asText().equals(gone) && !isServed(owner))) {
            undecided.add(key);
            return;
        }
        if (lost.size() == owners(object.get()).size()) {
            delete(key, Propagation.BACKGROUND);
        } else {
            lost.forEach(owner -> dropOwner(key, owner.path("uid").asText()));
        }
    }

    private boolean isServed(JsonNode owner) {
        return kinds.byApiVersion(
                        owner.path("apiVersion").asText(), owner.path("kind").asText())
                .isPresent();
    }

    private Optional<ObjectKey> find(JsonNode owner, String namespace) {
        return kinds.byApiVersion(
                        owner.path("apiVersion").asText(), owner.path("kind").asText())
                .map(served -> new ObjectKey(
                        served.kind(),
                        served.kind().namespaced() ? namespace : "",
                        owner.path("name").asText()))
                .filter(key -> store.view(key.kind(), key.namespace(), key.name())
                        .filter(found ->
                                Meta.uid(found).equals(owner.path("uid").asText()))
                        .isPresent());
    }

    private Set<ObjectKey> owned(ObjectNode owner) {
        return Set.copyOf(dependents.getOrDefault(Meta.uid(owner), Set.of()));
    }

    private boolean blocks(ObjectKey dependent, String uid) {
        return store.view(dependent.kind(), dependent.namespace(), dependent.name())
                .filter(object -> owners(object).stream()
                        .anyMatch(owner -> owner.path("uid").asText().equals(uid)
                                && owner.path("blockOwnerDeletion").asBoolean()))
                .isPresent();
    }

    private void dropOwner(ObjectKey key, String uid) {
        store.mutate(key.kind(), key.namespace(), key.name(), object -> {
            List<JsonNode> rest = owners(object).stream()
                    .filter(owner -> !owner.path("uid").asText().equals(uid))
                    .toList();
            if (rest.isEmpty()) {
                Meta.of(object).remove("ownerReferences");
            } else {
                ArrayNode array = Meta.of(object).putArray("ownerReferences");
                rest.forEach(array::add);
            }
            return object;
        });
    }

    private void release(ObjectKey key, String finalizer) {
        store.mutate(key.kind(), key.namespace(), key.name(), object -> {
            Meta.removeFinalizer(object, finalizer);
            return object;
        });
    }

    private void delete(ObjectKey key, Propagation propagation) {
        Deletion deletion = new Deletion(propagation, Optional.empty(), Optional.empty(), Optional.empty());
        try {
            store.delete(key.kind(), key.namespace(), key.name(), deletion);
        } catch (StatusException gone) {
            if (!gone.is("NotFound")) {
                throw gone;
            }
        }
    }

    private static List<JsonNode> owners(ObjectNode object) {
        List<JsonNode> owners = new ArrayList<>();
        object.path("metadata").path("ownerReferences").forEach(owners::add);
        return owners;
    }
}
