package io.slipway.activities.cluster.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.cluster.removal.Removal;
import io.slipway.activities.step.Done;
import io.slipway.activities.step.StepContext;
import io.slipway.activities.step.StepFailure;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepDetail;
import io.slipway.model.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes back what a step put on the target: what it made is deleted, what it changed gets its old fields. */
public final class TakeBack {
    private final Cluster cluster;
    private final StepContext context;
    private final UndoOptions options;

    /** The undo of a step. */
    public TakeBack(Cluster cluster, StepContext context) {
        this.cluster = cluster;
        this.context = context;
        this.options = UndoOptions.of(context.task());
    }

    /**
     * Takes it back, in the reverse order of application.
     *
     * @throws StepFailure when an object cannot get back what it had
     */
    public Done run() throws InterruptedException {
        List<Change> first = new ArrayList<>(firstChanges());
        first.sort(Comparator.comparing((Change change) -> ApplyOrder.of(change.objectKind()))
                .reversed());
        List<Doomed> doomed = new ArrayList<>();
        int restored = 0;
        int kept = 0;
        for (Change change : first) {
            if (change.kind() == Change.Kind.CREATED || options.deleteAll()) {
                if (ApplyOrder.holdsData(change.objectKind()) && !options.deleteData()) {
                    kept++;
                } else {
                    doomed.add(new Doomed(cluster.kinds().of(ref(change)), ref(change), change.uid()));
                }
            } else if (change.kind() == Change.Kind.CONFIGURED) {
                new Restoration(cluster, context).restore(ref(change), before(change));
                restored++;
            }
        }
        new Removal(cluster, context).remove(doomed, Removal.BACKGROUND);
        forget(doomed);
        return Done.of("%d deleted, %d restored%s"
                .formatted(doomed.size(), restored, kept == 0 ? "" : ", " + kept + " with data kept"));
    }

    /** The first thing that was done with each object decides, over all tries. */
    private Collection<Change> firstChanges() throws InterruptedException {
        Map<ObjectRef, Change> first = new LinkedHashMap<>();
        for (String hash : context.task().previousDetail()) {
            String text =
                    context.blobs().text(hash).orElseThrow(() -> missing("the record of what the step did", hash));
            for (Change change : Json.read(text, StepDetail.class).changes()) {
                if (change.lasting() && (change.kind() != Change.Kind.UNCHANGED || options.deleteAll())) {
                    first.merge(ref(change).key(), change, TakeBack::telling);
                }
            }
        }
        new LostTries(cluster, context)
                .changes()
                .forEach(change -> first.merge(ref(change).key(), change, TakeBack::telling));
        return first.values();
    }

    /** One that was made, taken away by somebody and made again is the later one. */
    private static Change telling(Change first, Change later) {
        boolean anew = first.kind() == Change.Kind.CREATED && later.kind() == Change.Kind.CREATED;
        return anew ? later : first;
    }

    private JsonNode before(Change change) {
        String hash = change.before()
                .orElseThrow(() -> StepFailure.permanent(
                        "cannot restore " + ref(change).place(),
                        "its earlier state was not kept; the state of Secrets never is",
                        "restore it by hand, then skip this undo"));
        return context.blobs()
                .text(hash)
                .map(text -> Json.read(text, JsonNode.class))
                .orElseThrow(() -> missing("the earlier state of " + ref(change).place(), hash));
    }

    private void forget(List<Doomed> gone) throws InterruptedException {
        List<ObjectRef> refs = gone.stream().map(Doomed::ref).toList();
        if (!refs.isEmpty()) {
            InventoryName name = new InventoryName(context.task().pipeline(), context.namespace());
            new InventoryStore(cluster.api(context), name).update(inventory -> inventory.without(refs));
        }
    }

    private static ObjectRef ref(Change change) {
        return new ObjectRef(change.apiVersion(), change.objectKind(), change.namespace(), change.name());
    }

    private static StepFailure missing(String what, String hash) {
        return StepFailure.permanent(
                what + " is gone",
                "blob " + hash + " is not in the worker's blob store",
                "let all workers use the same blob store; revert the step by hand, then skip this undo");
    }
}
