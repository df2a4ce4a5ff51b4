package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.admission.QuotaUsage;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.ResourceKind;
import io.slipway.sandbox.store.StoreEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what quotas say is used. */
final class QuotaStatus {

    private final ObjectStore store;

    QuotaStatus(ObjectStore store) {
        this.store = store;
    }

    void on(StoreEvent event) {
        if (event.kind().namespaced()) {
            store.views(Kinds.RESOURCE_QUOTA, event.namespace()).objects().stream()
                    .filter(quota -> concerns(event.kind(), quota))
                    .forEach(this::refresh);
        }
    }

    private static boolean concerns(ResourceKind kind, ObjectNode quota) {
        return kind.sameResource(Kinds.RESOURCE_QUOTA)
                || quota.at("/spec/hard").propertyStream().anyMatch(limit -> QuotaUsage.counts(kind, limit.getKey()));
    }

    private void refresh(ObjectNode quota) {
        Set<String> limits =
                quota.at("/spec/hard").propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        var used = QuotaUsage.used(store, Meta.namespace(quota), limits);
        store.mutateStatus(Kinds.RESOURCE_QUOTA, Meta.namespace(quota), Meta.name(quota), now -> {
            ObjectNode status = now.putObject("status");
            status.set("hard", now.at("/spec/hard").deepCopy());
            ObjectNode into = status.putObject("used");
            used.forEach((name, amount) -> into.put(name, amount.toString()));
            return now;
        });
    }
}
