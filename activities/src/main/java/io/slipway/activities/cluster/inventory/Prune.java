package io.slipway.activities.cluster.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.api.WriteGate;
import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.cluster.owner.Owner;
import io.slipway.model.journal.Change;
import io.slipway.model.journal.StepRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Removes what no step wants any more, once, at the end of a rollout. What does not carry our label any more, or is
 * another object of the same name, is only forgotten. What holds data stays unless it is annotated with
 * {@code slipway.io/prune: data}.
 */
public final class Prune {
    /** Annotation without which Namespaces, PVCs, PVs and CRDs are never pruned; its value is {@code data}. */
    public static final String ANNOTATION = "slipway.io/prune";

    private final Cluster cluster;
    private final KubeApi api;
    private final InventoryStore store;
    private final Owner owner;

    /** Prunes a pipeline's objects; the gate is asked before each write. */
    public Prune(Cluster cluster, WriteGate gate, InventoryName name) {
        this.cluster = cluster;
        this.api = cluster.api().writing(gate);
        this.store = new InventoryStore(api, name);
        this.owner = new Owner(name.pipeline(), "");
    }

    /**
     * Prunes.
     *
     * @param steps all steps of the plan, with their plain names; objects of any other step go
     * @return a fact for each object that was pruned, or skipped because it holds data
     */
    public List<Change> run(Set<String> steps) throws InterruptedException {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan without steps would prune everything");
        }
        List<Entry> unwanted = store.load().entries().values().stream()
                .filter(entry -> entry.stale() || !steps.contains(StepRecord.planned(entry.step())))
                .sorted(Comparator.comparing((Entry entry) -> ApplyOrder.of(entry.kind()))
                        .reversed())
                .toList();
        List<Change> changes = new ArrayList<>();
        List<ObjectRef> forgotten = new ArrayList<>();
        for (Entry entry : unwanted) {
            Optional<Change> change = remove(entry);
            change.ifPresent(changes::add);
            if (change.filter(each -> each.kind() == Change.Kind.SKIPPED).isEmpty()) {
                forgotten.add(entry.ref());
            }
        }
        if (!forgotten.isEmpty()) {
            store.update(inventory -> inventory.without(forgotten));
        }
        return changes;
    }

    /** The objects that would be pruned when these entries are unwanted; nothing is changed. */
    public List<ObjectRef> wouldRemove(Predicate<Entry> unwanted) throws InterruptedException {
        List<ObjectRef> refs = new ArrayList<>();
        for (Entry entry : store.load().entries().values()) {
            if (unwanted.test(entry)) {
                Optional<JsonNode> live = live(entry);
                live.filter(object -> !ApplyOrder.holdsData(entry.kind()) || annotated(object))
                        .ifPresent(object -> refs.add(entry.ref()));
            }
        }
        return refs;
    }

    /** The object, when it is still the one of the entry and still ours. */
    private Optional<JsonNode> live(Entry entry) throws InterruptedException {
        Optional<ApiKind> kind = kind(entry.ref());
        Optional<JsonNode> live =
                kind.isEmpty() ? Optional.empty() : api.get(kind.get(), entry.namespace(), entry.name());
        return live.filter(object -> owner.has(object) && isSame(entry, object));
    }

    /** It was applied in a version of its API that may not be served any more, and is there in others. */
    private Optional<ApiKind> kind(ObjectRef ref) throws InterruptedException {
        Optional<ApiKind> kind = cluster.kinds().find(ref.apiVersion(), ref.kind());
        return kind.isPresent() ? kind : cluster.kinds().inAnotherVersion(ref);
    }

    private Optional<Change> remove(Entry entry) throws InterruptedException {
        ObjectRef ref = entry.ref();
        Optional<JsonNode> live = live(entry);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        String uid = live.get().path("metadata").path("uid").asText("");
        if (ApplyOrder.holdsData(ref.kind()) && !annotated(live.get())) {
            return Optional.of(fact(entry, Change.Kind.SKIPPED, uid));
        }
        try {
            api.delete(kind(ref).orElseThrow(), ref, DeleteOptions.background(uid));
        } catch (ApiException e) {
            throw e.passingOrFailure("prune " + ref.place());
        }
        return Optional.of(fact(entry, Change.Kind.PRUNED, uid));
    }

    private static boolean isSame(Entry entry, JsonNode live) {
        return entry.uid().isEmpty()
                || entry.uid().equals(live.path("metadata").path("uid").asText(""));
    }

    private static boolean annotated(JsonNode live) {
        return live.path("metadata")
                .path("annotations")
                .path(ANNOTATION)
                .asText("")
                .equals("data");
    }

    private static Change fact(Entry entry, Change.Kind kind, String uid) {
        return new Change(
                kind,
                entry.apiVersion(),
                entry.kind(),
                entry.namespace(),
                entry.name(),
                uid,
                List.of(),
                Optional.empty(),
                true);
    }
}
