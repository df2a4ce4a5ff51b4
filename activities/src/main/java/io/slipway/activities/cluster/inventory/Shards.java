package io.slipway.activities.cluster.inventory;

import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.model.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** All ConfigMaps of an inventory. Entries stay in the shard they are in, so that each can be written by itself. */
record Shards(List<Shard> all) {
    /** Under the 1 MiB that etcd and the API server allow, with room for metadata. */
    static final int MOST_BYTES = 700_000;

    private static final String ANY_UID = "0".repeat(36);
    private static final String ANY_HASH = "0".repeat(64);

    Shards {
        all = List.copyOf(all);
    }

    Inventory inventory() {
        return Inventory.of(
                all.stream().flatMap(shard -> shard.entries().stream()).toList());
    }

    /** The shards to write so that the inventory is this. */
    List<Shard> changedTo(Inventory wanted) {
        TreeMap<ObjectRef, Entry> left = new TreeMap<>(wanted.entries());
        List<Shard> kept = new ArrayList<>();
        for (Shard shard : all) {
            kept.add(shard.with(shard.entries().stream()
                    .map(entry -> left.remove(entry.ref().key()))
                    .filter(Objects::nonNull)
                    .toList()));
        }
        return fill(kept, new ArrayDeque<>(left.values())).stream()
                .filter(shard -> !all.contains(shard))
                .toList();
    }

    private static List<Shard> fill(List<Shard> shards, Deque<Entry> fresh) {
        List<Shard> filled = new ArrayList<>();
        int next = 0;
        for (Shard shard : shards) {
            filled.add(top(shard, fresh));
            next = Math.max(next, shard.number() + 1);
        }
        while (!fresh.isEmpty()) {
            filled.add(top(new Shard(next++, "", List.of()), fresh));
        }
        return filled;
    }

    /** Moves as many fresh entries into the shard as there is room for. */
    private static Shard top(Shard shard, Deque<Entry> fresh) {
        if (fresh.isEmpty()) {
            return shard;
        }
        List<Entry> entries = new ArrayList<>(shard.entries());
        int size = entries.stream().mapToInt(Shards::length).sum();
        while (!fresh.isEmpty()) {
            size += length(fresh.getFirst());
            if (size > MOST_BYTES && !entries.isEmpty()) {
                break;
            }
            entries.add(fresh.removeFirst());
        }
        return shard.with(entries);
    }

    /** How long its line will be once it is applied: an entry stays where it is, and then has a uid and a hash. */
    private static int length(Entry entry) {
        Entry settled = entry.uid().isEmpty() ? entry.settled(ANY_UID, ANY_HASH) : entry;
        return Json.write(settled).length() + 1;
    }
}
