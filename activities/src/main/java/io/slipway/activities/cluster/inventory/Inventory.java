package io.slipway.activities.cluster.inventory;

import io.slipway.activities.cluster.api.ObjectRef;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The objects of one pipeline on one target.
 *
 * @param entries by object, whatever the version of its API
 */
public record Inventory(SortedMap<ObjectRef, Entry> entries) {
    /** Nothing. */
    public static final Inventory EMPTY = new Inventory(new TreeMap<>());

    public Inventory {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static Inventory of(Collection<Entry> all) {
        TreeMap<ObjectRef, Entry> map = new TreeMap<>();
        all.forEach(entry -> map.put(entry.ref().key(), entry));
        return new Inventory(map);
    }

    /** The entry of an object. */
    public Optional<Entry> get(ObjectRef ref) {
        return Optional.ofNullable(entries.get(ref.key()));
    }

    /** The objects a step has now; a step with {@code forEach} by its plain name has those of all elements. */
    public List<Entry> of(String step) {
        return entries.values().stream()
                .filter(entry -> !entry.stale())
                .filter(entry -> entry.step().equals(step) || entry.step().startsWith(step + "["))
                .toList();
    }

    /** The union with what a step is about to apply. */
    public Inventory claim(String step, Map<ObjectRef, Entry.Origin> objects) {
        return edited(map -> objects.forEach((ref, origin) -> map.merge(
                ref.key(),
                Entry.claimed(ref, step, origin),
                (known, fresh) -> known.claimedBy(ref.apiVersion(), step, origin))));
    }

    /** After a step has applied: its objects have these uids and hashes, and it has no others. */
    public Inventory settle(String step, Map<ObjectRef, Settled> objects) {
        Set<ObjectRef> keys = objects.keySet().stream().map(ObjectRef::key).collect(Collectors.toSet());
        return edited(map -> {
            map.replaceAll((key, entry) -> entry.step().equals(step) && !keys.contains(key) ? entry.gone() : entry);
            objects.forEach((ref, settled) ->
                    map.computeIfPresent(ref.key(), (key, entry) -> entry.settled(settled.uid(), settled.hash())));
        });
    }

    /** Without some objects. */
    public Inventory without(Collection<ObjectRef> objects) {
        return edited(map -> objects.forEach(ref -> map.remove(ref.key())));
    }

    private Inventory edited(Consumer<TreeMap<ObjectRef, Entry>> edit) {
        TreeMap<ObjectRef, Entry> copy = new TreeMap<>(entries);
        edit.accept(copy);
        return new Inventory(copy);
    }

    /** A change of an inventory; may be tried again on a fresher one. */
    @FunctionalInterface
    public interface Edit extends UnaryOperator<Inventory> {}

    /**
     * An object as it is after apply.
     *
     * @param uid its uid
     * @param hash keyed hash of the fields we own
     */
    public record Settled(String uid, String hash) {}
}
