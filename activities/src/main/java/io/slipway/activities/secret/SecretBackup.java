package io.slipway.activities.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import io.slipway.model.json.Hash;
import io.slipway.workflows.contract.StepTask;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the earlier values of a Secret in another one beside it, for undo: they never leave the cluster. The prune at the
 * end of the rollout removes it.
 */
final class SecretBackup {
    private static final int SHORT = 10;

    private final KubeApi api;
    private final StepContext context;

    SecretBackup(Cluster cluster, StepContext context) {
        this.api = cluster.api(context);
        this.context = context;
    }

    /** Keeps a copy, unless there is nothing to keep or this try has kept one already. */
    void keep(JsonNode existing) throws InterruptedException {
        if (existing.isMissingNode()) {
            return;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.put("apiVersion", "v1").put("kind", "Secret").set("type", existing.path("type"));
        ObjectNode metadata = copy.putObject("metadata");
        metadata.put("name", name(context.task().attempt()))
                .set("namespace", existing.path("metadata").path("namespace"));
        Owner.of(context.task()).label(copy, context.task());
        copy.set("data", existing.path("data"));
        ObjectRef ref = ObjectRef.of(copy);
        InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
        // not an object of the step's manifest, so that settling the step marks it stale
        new InventoryStore(api, name)
                .update(inventory -> inventory.claim(context.task().step(), Map.of(ref, Entry.Origin.NONE)));
        try {
            api.create(Cluster.SECRETS, ref.namespace(), copy);
        } catch (ApiException e) {
            if (e.code() != 409) {
                throw e.passingOrFailure("keep the earlier values of the Secret");
            }
        }
    }

    /** Gives a Secret its earlier values; false when there are none. */
    boolean restore(String namespace, String secret) throws InterruptedException {
        for (int attempt = 1; attempt <= context.task().attempt(); attempt++) {
            Optional<JsonNode> kept = api.get(Cluster.SECRETS, namespace, name(attempt));
            Optional<JsonNode> live = api.get(Cluster.SECRETS, namespace, secret);
            if (kept.isPresent() && live.isPresent()) {
                ObjectNode restored = live.get().deepCopy();
                restored.set("data", kept.get().path("data"));
                api.replace(Cluster.SECRETS, ObjectRef.of(restored), restored);
                String uid = kept.get().path("metadata").path("uid").asText();
                api.delete(Cluster.SECRETS, ObjectRef.of(kept.get()), DeleteOptions.background(uid));
                return true;
            }
        }
        return false;
    }

    /** The name that a try's backup has, also seen from the undo. */
    private String name(int attempt) {
        StepTask task = context.task();
        String key = task.rollout() + "/" + task.step() + "/" + attempt;
        return "slipway-before-" + Hash.of(key).substring(0, SHORT);
    }
}
