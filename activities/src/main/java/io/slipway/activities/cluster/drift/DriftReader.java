package io.slipway.activities.cluster.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.inventory.Entry;
import io.slipway.activities.cluster.inventory.FieldHash;
import io.slipway.activities.cluster.inventory.InventoryName;
import io.slipway.activities.cluster.inventory.InventoryStore;
import io.slipway.activities.cluster.owner.ApplyOrder;
import io.slipway.activities.cluster.owner.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a pipeline's inventory with the cluster; lists each kind once, writes nothing. */
public final class DriftReader {
    private final Cluster cluster;
    private final InventoryName name;
    private final Owner owner;

    private record Place(String apiVersion, String kind, String namespace) {}

    /** The drift of an inventory's objects. */
    public DriftReader(Cluster cluster, InventoryName name) {
        this.cluster = cluster;
        this.name = name;
        this.owner = new Owner(name.pipeline(), "");
    }

    /** Every object that is not as the pipeline left it; none when all are. */
    public List<Drift> read() throws InterruptedException {
        List<Entry> entries = new InventoryStore(cluster.api(), name)
                .load().entries().values().stream()
                        .filter(entry -> !entry.stale() && !entry.hash().isEmpty())
                        .toList();
        Optional<FieldHash> hash = FieldHash.known(cluster.api(), name, owner.manager());
        Map<Place, List<Entry>> places = entries.stream()
                .collect(
                        Collectors.groupingBy(entry -> new Place(entry.apiVersion(), entry.kind(), entry.namespace())));
        List<Drift> drifts = new ArrayList<>();
        for (Map.Entry<Place, List<Entry>> place : places.entrySet()) {
            Map<String, JsonNode> live = live(place.getKey());
            place.getValue()
                    .forEach(entry ->
                            compare(entry, live.get(entry.name()), hash).ifPresent(drifts::add));
        }
        drifts.sort(Comparator.comparing(Drift::ref));
        return drifts;
    }

    private Map<String, JsonNode> live(Place place) throws InterruptedException {
        Map<String, JsonNode> objects = new HashMap<>();
        Optional<ApiKind> kind = cluster.kinds().find(place.apiVersion(), place.kind());
        if (kind.isPresent()) {
            cluster.api()
                    .list(kind.get(), place.namespace(), ListQuery.ALL)
                    .forEach(object -> objects.put(ObjectRef.of(object).name(), object));
        }
        return objects;
    }

    /** A Namespace that somebody else made never had our labels; of one that is ours the hash tells when they go. */
    private Optional<Drift> compare(Entry entry, JsonNode live, Optional<FieldHash> hash) {
        if (live == null) {
            return drift(entry, Drift.Kind.GONE, "it does not exist");
        }
        if (!entry.uid().equals(live.path("metadata").path("uid").asText(""))) {
            return drift(entry, Drift.Kind.REPLACED, "it was deleted and recreated outside of Slipway");
        }
        if (!owner.has(live) && ApplyOrder.of(entry.kind()) != ApplyOrder.NAMESPACES) {
            return drift(entry, Drift.Kind.DISOWNED, "it no longer has the label " + Owner.PIPELINE);
        }
        return hash.filter(keyed -> !keyed.of(live).equals(entry.hash()))
                .flatMap(changed -> drift(entry, Drift.Kind.CHANGED, LateWriters.of(live, owner)));
    }

    private static Optional<Drift> drift(Entry entry, Drift.Kind kind, String detail) {
        return Optional.of(new Drift(entry.ref(), entry.step(), kind, detail));
    }
}
