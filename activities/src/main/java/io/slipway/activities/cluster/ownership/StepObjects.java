package io.slipway.activities.cluster.ownership;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import java.util.List;

/** Finds the objects that another step of the pipeline has put on the target. */
public final class StepObjects {
    private final Cluster cluster;
    private final StepContext context;

    /** Objects of steps of the pipeline that the context's step belongs to. */
    public StepObjects(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
    }

    /** What finding objects by their step asks, and what is asked of these. */
    public static Calls calls(String step, StepContext context, Calls.OfKind then) {
        return InventoryStore.callsToRead(context.namespace()).and(Calls.ofStep(step, then));
    }

    /**
     * The objects of a step.
     *
     * @throws StepFailure when the inventory has none
     */
    public List<Entry> of(String step) throws InterruptedException {
        List<Entry> entries = ifAny(step);
        if (entries.isEmpty()) {
            throw StepFailure.permanent(
                    "step '" + step + "' has no objects on this target",
                    "the inventory of pipeline " + context.task().pipeline() + " in namespace " + context.namespace()
                            + " has none of it",
                    "name an earlier step that deploys objects, or an object as kind/name");
        }
        return entries;
    }

    /** The objects of a step; none when it never ran here, or they were deleted. */
    public List<Entry> ifAny(String step) throws InterruptedException {
        InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
        return new InventoryStore(cluster.api(), name).load().of(step);
    }
}
