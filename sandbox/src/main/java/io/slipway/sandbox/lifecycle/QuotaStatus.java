package io.slipway.sandbox.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.admission.QuotaUsage;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what quotas say is used. */
final class QuotaStatus {

    private final ObjectStore store;

    QuotaStatus(ObjectStore store) {
        this.store = store;
    }

    void on(StoreEvent event) {
        boolean counts = event.kind().namespaced() && !event.kind().sameResource(Kinds.EVENT);
        if (counts) {
            store.views(Kinds.RESOURCE_QUOTA, event.namespace()).objects().forEach(this::refresh);
        }
    }

    private void refresh(ObjectNode quota) {
        Map<String, String> used = new TreeMap<>();
        quota.at("/spec/hard")
                .properties()
                .forEach(limit -> used.put(
                        limit.getKey(),
                        QuotaUsage.used(store, Meta.namespace(quota), limit.getKey())
                                .toString()));
        store.mutateStatus(Kinds.RESOURCE_QUOTA, Meta.namespace(quota), Meta.name(quota), now -> {
            ObjectNode status = now.putObject("status");
            status.set("hard", now.at("/spec/hard").deepCopy());
            ObjectNode into = status.putObject("used");
            used.forEach(into::put);
            return now;
        });
    }
}
