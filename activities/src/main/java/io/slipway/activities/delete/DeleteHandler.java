package io.slipway.activities.delete;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.reach.Reach;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.activities.step.VerbHandler;
import io.slipway.model.action.Delete;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Late;
import java.util.List;
import java.util.Map;

/** Deletes objects and waits until they are gone. What is gone already is no failure, so that a successor goes on. */
public final class DeleteHandler implements VerbHandler<Delete> {
    private final Clusters clusters;

    /** Deletes at these clusters. */
    public DeleteHandler(Clusters clusters) {
        this.clusters = clusters;
    }

    /** What a step asks of the API server beside the objects that it applies; for plans. */
    public static Calls calls(Delete action, Reach reach) throws InterruptedException {
        String namespace = reach.namespace(action.namespace());
        return InventoryStore.calls(reach.context().namespace())
                .and(reach.callsOn(action.kinds(), FoundObjects.refs(action), namespace, Removal::calls));
    }

    @Override
    public Done run(Delete action, StepContext context) throws InterruptedException {
        Cluster cluster = clusters.of(context);
        List<Found> found = new FoundObjects(cluster, context).of(action);
        if (action.refuseIf().isPresent()) {
            refuse(action.refuseIf().get(), found, context);
        }
        List<Doomed> doomed = found.stream().map(Found::doomed).toList();
        new Removal(cluster, context).remove(doomed, propagation(action.cascade()));
        forget(cluster, context, doomed.stream().map(Doomed::ref).toList());
        List<String> names = doomed.stream().map(each -> each.ref().display()).toList();
        return Done.of(names.isEmpty() ? "nothing to delete" : names.size() + " deleted", new Delete.Outputs(names));
    }

    /** The objects that a delete step would delete now; for plans. */
    public static List<ObjectRef> found(Delete action, StepContext context, Cluster cluster)
            throws InterruptedException {
        return new FoundObjects(cluster, context)
                .of(action).stream().map(each -> each.doomed().ref()).toList();
    }

    private static void refuse(Late condition, List<Found> found, StepContext context) {
        List<Object> objects = found.stream()
                .map(each -> (Object) Json.mapper().convertValue(each.object(), Map.class))
                .toList();
        if (context.holds(condition, Map.of("objects", objects))) {
            throw StepFailure.of(
                    "refused to delete " + found.size() + " objects",
                    "refuseIf holds: " + condition.source(),
                    "change the objects so that refuseIf is false, or change refuseIf");
        }
    }

    /** What was deleted on purpose is not in the inventory any more; another pipeline's objects never were. */
    private static void forget(Cluster cluster, StepContext context, List<ObjectRef> gone) throws InterruptedException {
        InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
        new InventoryStore(cluster.api(context), name).update(inventory -> inventory.without(gone));
    }

    private static String propagation(Delete.Cascade cascade) {
        return switch (cascade) {
            case BACKGROUND -> Removal.BACKGROUND;
            case FOREGROUND -> "Foreground";
            case ORPHAN -> "Orphan";
        };
    }

    /**
     * An object that is there.
     *
     * @param doomed its name
     * @param object its state
     */
    record Found(Doomed doomed, JsonNode object) {}
}
