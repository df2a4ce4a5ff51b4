package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.apply.Applied;
import io.slipway.activities.cluster.apply.Applier;
import io.slipway.activities.cluster.apply.Desired;
import io.slipway.activities.cluster.apply.Existing;
import io.slipway.activities.cluster.inventory.FieldHash;
import io.slipway.activities.cluster.inventory.Inventory;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.model.action.Conflicts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a step's objects on the target: first into the inventory, then on the cluster, then settled in the inventory, with
 * a fact for each.
 */
public final class OwnedObjects {
    private final Cluster cluster;
    private final StepContext context;
    private final Owner owner;
    private final InventoryName name;

    /** The objects of a step. */
    public OwnedObjects(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
        this.owner = Owner.of(context.task());
        this.name = new InventoryName(context.task().pipeline(), context.namespace());
    }

    /** What is asked of the API server to put objects, beside the calls on these. */
    public static Calls calls(StepContext context) {
        return InventoryStore.calls(context.namespace()).and(FieldHash.calls(context.namespace()));
    }

    /** Where the pipeline's inventory is. */
    public InventoryName inventory() {
        return name;
    }

    /**
     * Puts them.
     *
     * @param objects all lasting objects of the step: those it had before and no longer has become stale
     * @throws io.slipway.activities.step.StepFailure at the first that is refused
     */
    public Placed put(List<Desired> objects, Conflicts conflicts) throws InterruptedException {
        KubeApi api = cluster.api(context);
        context.progress("comparing " + objects.size() + " objects with the cluster");
        Existing before = Existing.read(cluster, objects);
        Applier applier = new Applier(cluster, context, owner, conflicts);
        List<Applied> applied = new ArrayList<>(
                applier.apply(objects.stream().filter(Desired::isNamespace).toList(), before));

        InventoryStore store = new InventoryStore(api, name);
        FieldHash hash = FieldHash.of(api, name, owner.manager());
        var origins = new Origins(context, owner.manager()).of(objects, before);
        Inventory claimed = store.update(known -> known.claim(owner.step(), origins));
        List<Desired> others =
                objects.stream().filter(each -> !each.isNamespace()).toList();
        List<Applied> done = Collections.synchronizedList(new ArrayList<>(applied));
        boolean whole = false;
        try {
            applied.addAll(applier.apply(others, before, done::add));
            Map<ObjectRef, Inventory.Settled> settled = new LinkedHashMap<>();
            applied.forEach(each -> settled.put(each.desired().ref(), settled(each, hash)));
            Inventory inventory = store.update(known -> known.settle(owner.step(), settled));
            whole = true;
            return new Facts(context, inventory).record(applied);
        } finally {
            if (!whole) {
                // an undo goes by the facts, and what came before a refusal, or before the step was cancelled, is there
                new Facts(context, claimed).record(List.copyOf(done));
            }
        }
    }

    private static Inventory.Settled settled(Applied applied, FieldHash hash) {
        JsonNode after = applied.after();
        return new Inventory.Settled(applied.uid(), hash.of(after));
    }
}
