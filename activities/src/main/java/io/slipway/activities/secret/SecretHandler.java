package io.slipway.activities.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.ownership.OwnedObjects;
import io.slipway.activities.cluster.ownership.Placed;
import io.slipway.activities.cluster.ownership.TakeBack;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Conflicts;
import io.slipway.model.action.Secret;
import io.slipway.model.journal.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a Secret, or leaves it alone when it is equal. Values never leave the worker but to the API server. */
public final class SecretHandler implements VerbHandler<Secret> {
    private final Clusters clusters;

    /** Makes Secrets at these clusters. */
    public SecretHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Secret action, Reach reach) {
        StepContext context = reach.context();
        String namespace = reach.namespace(action.namespace());
        return OwnedObjects.calls(context).and(Calls.on(Cluster.SECRETS, namespace, "get", "create", "patch"));
    }

    @Override
    public Done run(Secret action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = action.namespace().orElseGet(context::namespace);
        JsonNode existing =
                cluster.api().get(Cluster.SECRETS, namespace, action.name()).orElse(MissingNode.getInstance());
        SecretValues sources = new SecretValues(cluster, context, existing, action.rotate());
        Map<String, String> values = sources.of(action.data(), namespace);
        new StoreValues(action, sources, existing, context).addTo(values, namespace);
        boolean equal = isEqual(existing, action, values);
        boolean written = equal && isBegun(cluster, existing, context);
        if (equal && !written) {
            context.recorder().change(unchanged(existing));
            return Done.of("secret/" + action.name() + " is up to date", new Secret.Outputs(false));
        }
        if (!written) {
            new SecretBackup(cluster, context).keep(existing);
        }
        Placed placed = new OwnedObjects(cluster, context)
                .put(List.of(desired(action, namespace, values, context)), Conflicts.TAKE);
        boolean changed = placed.count(Change.Kind.UNCHANGED) == 0;
        return Done.of("secret/" + action.name() + ": " + placed.summary(), new Secret.Outputs(changed));
    }

    @Override
    public Done undo(Secret action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        String namespace = action.namespace().orElseGet(context::namespace);
        SecretBackup backup = new SecretBackup(cluster, context);
        return backup.restore(namespace, action.name())
                ? Done.of("secret/" + action.name() + " has its earlier values")
                : new TakeBack(cluster, context).run();
    }

    /** Whether a worker that was lost has written it under the same key: then it is new, as it was for that one. */
    private static boolean isBegun(Cluster cluster, JsonNode existing, StepContext context)
            throws InterruptedException {
        InventoryName name = new OwnedObjects(cluster, context).inventory();
        return new InventoryStore(cluster.api(), name)
                .load()
                .get(ObjectRef.of(existing))
                .filter(entry -> entry.origin().key().equals(context.task().shortKey()))
                .isPresent();
    }

    private static boolean isEqual(JsonNode existing, Secret action, Map<String, String> values) {
        return existing.path("type").asText("").equals(action.type())
                && values.entrySet().stream()
                        .allMatch(value -> existing.path("data")
                                .path(value.getKey())
                                .asText("")
                                .equals(value.getValue()))
                && action.labels().entrySet().stream()
                        .allMatch(label -> existing.path("metadata")
                                .path("labels")
                                .path(label.getKey())
                                .asText("")
                                .equals(label.getValue()));
    }

    private static Desired desired(Secret action, String namespace, Map<String, String> values, StepContext context) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret").put("type", action.type());
        ObjectNode metadata = secret.putObject("metadata");
        metadata.put("name", action.name()).put("namespace", namespace);
        action.labels().forEach(metadata.putObject("labels")::put);
        if (action.rotate()) {
            metadata.putObject("annotations")
                    .put(SecretValues.ROTATED, context.task().shortKey());
        }
        values.forEach(secret.putObject("data")::put);
        Owner.of(context.task()).label(secret);
        return new Desired(
                secret,
                ObjectRef.of(secret),
                Cluster.SECRETS,
                "step " + context.task().step());
    }

    private static Change unchanged(JsonNode existing) {
        ObjectRef ref = ObjectRef.of(existing);
        return new Change(
                Change.Kind.UNCHANGED,
                "v1",
                "Secret",
                ref.namespace(),
                ref.name(),
                existing.path("metadata").path("uid").asText(""),
                List.of(),
                Optional.empty(),
                true);
    }
}
