package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.EventRecorder;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StatusException;
import java.util.Optional;

/** The PersistentVolumeClaims of a StatefulSet's pods. */
final class ClaimTemplates {
    private final ObjectStore store;
    private final EventRecorder events;

    ClaimTemplates(ObjectStore store, EventRecorder events) {
        this.store = store;
        this.events = events;
    }

    /** Makes the claims a pod needs and mounts them in its spec; gives why one was refused. */
    Optional<String> ensure(ObjectNode set, String pod, ObjectNode spec) {
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            String volume = template.path("metadata").path("name").asText();
            String claim = volume + "-" + pod;
            if (store.view(Kinds.PERSISTENT_VOLUME_CLAIM, Meta.namespace(set), claim)
                    .isEmpty()) {
                Optional<String> refused = create(set, template, claim, pod);
                if (refused.isPresent()) {
                    return refused;
                }
            }
            mount(spec, volume, claim);
        }
        return Optional.empty();
    }

    private Optional<String> create(ObjectNode set, JsonNode template, String claim, String pod) {
        ObjectNode object = template.deepCopy();
        object.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        ObjectNode meta = object.withObject("/metadata").put("name", claim).put("namespace", Meta.namespace(set));
        JsonNode labels = set.path("spec").path("selector").path("matchLabels");
        if (!labels.isMissingNode() && !meta.has("labels")) {
            meta.set("labels", labels.deepCopy());
        }
        object.remove("status");
        String what = "create Claim " + claim + " Pod " + pod + " in StatefulSet " + Meta.name(set);
        try {
            store.create(Kinds.PERSISTENT_VOLUME_CLAIM, object);
        } catch (StatusException refused) {
            events.warning(Kinds.STATEFUL_SET, set, "FailedCreate", what + " failed error: " + refused.getMessage());
            return Optional.of(refused.getMessage());
        }
        events.normal(Kinds.STATEFUL_SET, set, "SuccessfulCreate", what + " success");
        return Optional.empty();
    }

    private static void mount(ObjectNode spec, String volume, String claim) {
        ArrayNode volumes = spec.withArray("volumes");
        for (int index = volumes.size() - 1; index >= 0; index--) {
            if (volumes.get(index).path("name").asText().equals(volume)) {
                volumes.remove(index);
            }
        }
        volumes.addObject()
                .put("name", volume)
                .putObject("persistentVolumeClaim")
                .put("claimName", claim);
    }
}
