package io.slipway.sandbox.api.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.StoreReader;
import java.util.Optional;

/** Gives a claim without a storage class the default one. */
final class DefaultStorage {

    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private DefaultStorage() {}

    static void complete(StoreReader store, ObjectNode claim, Optional<ObjectNode> previous) {
        if (!(claim.get("spec") instanceof ObjectNode spec) || spec.has("storageClassName")) {
            return;
        }
        if (previous.isPresent()) {
            if (previous.get().path("spec").has("storageClassName")) {
                spec.set("storageClassName", previous.get().path("spec").get("storageClassName"));
            }
            return;
        }
        store.views(Kinds.STORAGE_CLASS, "").objects().stream()
                .filter(one -> "true".equals(Meta.annotations(one).get(DEFAULT)))
                .findFirst()
                .ifPresent(one -> spec.put("storageClassName", Meta.name(one)));
    }
}
