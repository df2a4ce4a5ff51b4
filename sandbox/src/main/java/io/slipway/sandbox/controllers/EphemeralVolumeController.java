package io.slipway.sandbox.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the claims of ephemeral volumes; they belong to their pod and go with it. */
public final class EphemeralVolumeController implements Controller {
    private final ObjectStore store;

    public EphemeralVolumeController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "ephemeral-volume-controller";
    }

    @Override
    public List<Key> affected(StoreEvent event) {
        return Affected.self(event, Kinds.POD);
    }

    @Override
    public Optional<Duration> reconcile(Key key) {
        Optional<ObjectNode> pod = store.view(Kinds.POD, key.namespace(), key.name());
        if (pod.isPresent() && !Meta.deleting(pod.get())) {
            for (JsonNode volume : pod.get().path("spec").path("volumes")) {
                JsonNode template = volume.path("ephemeral").path("volumeClaimTemplate");
                String name = PodClaims.name(pod.get(), volume);
                boolean missing = !template.isMissingNode()
                        && store.view(Kinds.PERSISTENT_VOLUME_CLAIM, key.namespace(), name)
                                .isEmpty();
                if (missing) {
                    store.create(Kinds.PERSISTENT_VOLUME_CLAIM, claim(name, template, pod.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectNode claim(String name, JsonNode template, ObjectNode pod) {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = claim.putObject("metadata");
        if (template.path("metadata") instanceof ObjectNode given) {
            metadata.setAll(given.deepCopy());
        }
        metadata.put("name", name).put("namespace", Meta.namespace(pod));
        Meta.own(claim, Kinds.POD, pod);
        claim.set("spec", template.path("spec").deepCopy());
        return claim;
    }
}
