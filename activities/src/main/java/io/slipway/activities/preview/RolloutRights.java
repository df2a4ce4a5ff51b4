package io.slipway.activities.preview;

import io.slipway.activities.cluster.api.IfAllowed;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.lease.GroupLock;
import io.slipway.activities.step.Target;
import io.slipway.model.plan.Plan;
import java.util.Collection;
import java.util.List;

/** The rights that a rollout needs beside those of its steps. */
final class RolloutRights {
    private static final String GROUP = "the concurrency group";
    private static final String PRUNING = "pruning";

    private final Needs needs;
    private final InventoryName name;
    private final Target target;

    /**
     * Of a plan at a target.
     *
     * @param namespace namespace of objects that name none
     */
    RolloutRights(Needs needs, Plan plan, Target target, String namespace) {
        this.needs = needs;
        this.name = new InventoryName(plan.header().pipeline(), namespace);
        this.target = target;
    }

    /**
     * Adds them.
     *
     * @param whole whether all steps run, so that what no step wants is pruned
     */
    void add(boolean whole, Wanted wanted) throws InterruptedException {
        needs.rights().need(GROUP, GroupLock.calls(target.namespace()));
        if (whole) {
            needs.rights().need(PRUNING, InventoryStore.callsToRead(name.namespace()));
            for (Entry entry : held()) {
                if (wanted.lacks(entry)) {
                    needs.rights().need(PRUNING, InventoryStore.calls(name.namespace()));
                    needs.removes(PRUNING, entry.ref());
                }
            }
        }
    }

    private Collection<Entry> held() throws InterruptedException {
        return IfAllowed.ask(() -> new InventoryStore(needs.cluster().api(), name)
                        .load()
                        .entries()
                        .values())
                .orElse(List.of()); // then it is named among the rights that are missing
    }
}
