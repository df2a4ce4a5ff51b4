package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.compare.ManagedFields;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.activities.step.StepContext;
import io.slipway.model.journal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tries did whose worker was lost, when no other took them up in time: they left no facts, but the inventory
 * still has what they found before they changed anything.
 */
final class LostTries {
    private final Cluster cluster;
    private final StepContext context;
    private final Owner owner;

    LostTries(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
        this.owner = Owner.of(context.task());
    }

    List<Change> changes() throws InterruptedException {
        Set<String> keys = context.task().lostTries().stream()
                .map(context.task()::shortKeyOf)
                .collect(Collectors.toSet());
        List<Change> changes = new ArrayList<>();
        if (!keys.isEmpty()) {
            for (Entry entry : entries()) {
                if (keys.contains(entry.origin().key())) {
                    live(entry).map(object -> change(entry, object)).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private List<Entry> entries() throws InterruptedException {
        InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
        return new InventoryStore(cluster.api(), name)
                .load().entries().values().stream()
                        .filter(entry -> entry.step().equals(owner.step()))
                        .toList();
    }

    /** It was only about to be applied: what does not carry our fields it did not come to. */
    private Optional<JsonNode> live(Entry entry) throws InterruptedException {
        return cluster.api()
                .get(cluster.kinds().of(entry.ref()), entry.namespace(), entry.name())
                .filter(object -> ManagedFields.applied(object, owner.manager()).isPresent());
    }

    private static Change change(Entry entry, JsonNode live) {
        Entry.Origin origin = entry.origin();
        return new Change(
                origin.absent() ? Change.Kind.CREATED : Change.Kind.CONFIGURED,
                entry.apiVersion(),
                entry.kind(),
                entry.namespace(),
                entry.name(),
                live.path("metadata").path("uid").asText(""),
                List.of(),
                Optional.of(origin.before()).filter(hash -> !hash.isEmpty()),
                true);
    }
}
