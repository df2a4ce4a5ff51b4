package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Deletion;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.ServedKind;
import io.slipway.sandbox.store.StatusException;
import io.slipway.sandbox.store.StoreEvent;

/** Furnishes new namespaces and empties those that are deleted. */
final class Namespaces {

    private static final String DEFAULT = "default";

    private final ObjectStore store;
    private final KindRegistry kinds;

    Namespaces(ObjectStore store, KindRegistry kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    void on(StoreEvent event) {
        if (event.kind().sameResource(Kinds.NAMESPACE)) {
            namespace(event);
        } else if (event.type() == StoreEvent.Type.DELETED && event.kind().namespaced()) {
            contentGone(event);
        }
    }

    private void namespace(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            return;
        }
        if (Meta.deleting(event.object())) {
            empty(event.name());
        } else if (event.type() == StoreEvent.Type.ADDED) {
            furnish(event.name());
        }
    }

    private void contentGone(StoreEvent event) {
        boolean terminating = store.view(Kinds.NAMESPACE, "", event.namespace())
                .filter(Meta::deleting)
                .isPresent();
        if (terminating) {
            empty(event.namespace());
        } else if (event.kind().sameResource(Kinds.SERVICE_ACCOUNT)
                && event.name().equals(DEFAULT)) {
            furnish(event.namespace());
        }
    }

    private void furnish(String namespace) {
        createIfMissing(Kinds.SERVICE_ACCOUNT, object(namespace, DEFAULT));
        ObjectNode certificates = object(namespace, "kube-root-ca.crt");
        certificates.putObject("data").put("ca.crt", "");
        createIfMissing(Kinds.CONFIG_MAP, certificates);
    }

    private void empty(String namespace) {
        boolean rest = false;
        for (ServedKind served : kinds.all()) {
            if (served.kind().namespaced()) {
                for (ObjectNode object : store.views(served.kind(), namespace).objects()) {
                    delete(served.kind(), object);
                }
                rest |= !store.views(served.kind(), namespace).objects().isEmpty();
            }
        }
        if (!rest) {
            store.mutate(Kinds.NAMESPACE, "", namespace, object -> {
                object.withObject("/spec").remove("finalizers");
                return object;
            });
        }
    }

    private void delete(ResourceKind kind, ObjectNode object) {
        if (Meta.deleting(object)) {
            return;
        }
        try {
            store.delete(kind, Meta.namespace(object), Meta.name(object), Deletion.BACKGROUND);
        } catch (StatusException gone) {
            if (!gone.is("NotFound")) {
                throw gone;
            }
        }
    }

    private void createIfMissing(ResourceKind kind, ObjectNode object) {
        if (store.view(kind, Meta.namespace(object), Meta.name(object)).isPresent()) {
            return;
        }
        try {
            store.create(kind, object);
        } catch (StatusException refused) {
            boolean late = refused.is("AlreadyExists") || refused.is("NotFound") || refused.is("Forbidden");
            if (!late) {
                throw refused;
            }
        }
    }

    private static ObjectNode object(String namespace, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Meta.of(object).put("namespace", namespace).put("name", name);
        return object;
    }
}
