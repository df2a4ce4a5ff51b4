package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Serves the kinds of CustomResourceDefinitions and says so in their status. */
final class CustomKinds {

    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final ObjectStore store;
    private final KindRegistry kinds;

    CustomKinds(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /** After a restart the kinds are served before the first request. */
    void registerPresent() {
        store.views(Kinds.CUSTOM_RESOURCE_DEFINITION, "")
                .objects()
                .forEach(crd -> kinds.register(CustomKindReader.read(crd)));
    }

    void on(StoreEvent event) {
        if (!event.kind().sameResource(Kinds.CUSTOM_RESOURCE_DEFINITION)) {
            ifLastOfDeletedKind(event);
        } else if (event.type() == StoreEvent.Type.DELETED) {
            kinds.unregister(event.name());
        } else if (Meta.deleting(event.object())) {
            cleanUp(CustomKindReader.read(event.object()).kind());
        } else {
            kinds.register(CustomKindReader.read(event.object()));
            store.mutate(Kinds.CUSTOM_RESOURCE_DEFINITION, "", event.name(), CustomKinds::established);
        }
    }

    private void ifLastOfDeletedKind(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            store.view(Kinds.CUSTOM_RESOURCE_DEFINITION, "", event.kind().resource())
                    .filter(Meta::deleting)
                    .ifPresent(crd -> cleanUp(event.kind()));
        }
    }

    /** The objects of a kind go before the kind. */
    private void cleanUp(ResourceKind kind) {
        var objects = store.views(kind, "").objects();
        objects.stream()
                .filter(object -> !Meta.deleting(object))
                .forEach(object -> store.delete(kind, Meta.namespace(object), Meta.name(object), Deletion.BACKGROUND));
        if (store.views(kind, "").objects().isEmpty()) {
            store.mutate(Kinds.CUSTOM_RESOURCE_DEFINITION, "", kind.resource(), crd -> {
                Meta.removeFinalizer(crd, CLEANUP);
                return crd;
            });
        }
    }

    private static ObjectNode established(ObjectNode crd) {
        if (!Meta.deleting(crd)) {
            Meta.addFinalizer(crd, CLEANUP);
        }
        ObjectNode status = crd.withObject("/status");
        status.set("acceptedNames", crd.at("/spec/names").deepCopy());
        ArrayNode stored = status.putArray("storedVersions");
        crd.at("/spec/versions").forEach(version -> {
            if (version.path("storage").asBoolean()) {
                stored.add(version.path("name"));
            }
        });
        condition(status, "NamesAccepted", "NoConflicts", "no conflicts found");
        condition(status, "Established", "InitialNamesAccepted", "the initial names have been accepted");
        return crd;
    }

    private static void condition(ObjectNode status, String type, String reason, String message) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return;
            }
        }
        status.withArray("conditions")
                .addObject()
                .put("type", type)
                .put("status", "True")
                .put("reason", reason)
                .put("message", message)
                .put(
                        "lastTransitionTime",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
