package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.ReadyPredicate;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the objects of a wait. A watch keeps one tree for each version of an object, so that a tree that was judged
 * before is not judged again.
 */
final class Assessor {
    private final Subjects subjects;
    private final Optional<ReadyPredicate> condition;
    private final Map<ObjectRef, Item> byName = new HashMap<>();
    /** By tree; empty for one that is not selected. */
    private final Map<Subjects.Selected, IdentityHashMap<JsonNode, Optional<Item>>> byLabels = new HashMap<>();

    Assessor(Subjects subjects, Optional<ReadyPredicate> condition) {
        this.subjects = subjects;
        this.condition = condition;
    }

    Assessment assess(Sight sight) {
        List<Item> items = new ArrayList<>();
        for (Subjects.Named named : subjects.named()) {
            items.add(sight.get(named.kind(), named.ref())
                    .map(object -> named(named.ref(), object))
                    .orElseGet(() -> Item.missing(named.ref())));
        }
        for (Subjects.Selected selected : subjects.selected()) {
            items.addAll(selected(selected, sight.objects(selected.kind(), selected.namespace())));
        }
        return new Assessment(items);
    }

    private Item named(ObjectRef ref, JsonNode object) {
        return byName.compute(ref, (any, known) -> known != null && known.isOf(object) ? known : item(ref, object));
    }

    private List<Item> selected(Subjects.Selected selected, Collection<JsonNode> objects) {
        IdentityHashMap<JsonNode, Optional<Item>> before =
                byLabels.computeIfAbsent(selected, any -> new IdentityHashMap<>());
        IdentityHashMap<JsonNode, Optional<Item>> now = new IdentityHashMap<>();
        List<Item> items = new ArrayList<>();
        for (JsonNode object : objects) {
            Optional<Item> known = before.get(object);
            Optional<Item> item = known == null ? judged(selected, object) : known;
            now.put(object, item);
            item.ifPresent(items::add);
        }
        byLabels.put(selected, now);
        items.sort(Comparator.comparing(Item::ref));
        return items;
    }

    private Optional<Item> judged(Subjects.Selected selected, JsonNode object) {
        return selected.selector().matches(object) ? Optional.of(item(ObjectRef.of(object), object)) : Optional.empty();
    }

    private Item item(ObjectRef ref, JsonNode object) {
        return new Item(ref, Optional.of(object), judge(object));
    }

    private Readiness judge(JsonNode object) {
        ReadinessRules rules = ReadinessRules.standard();
        return condition.isPresent() ? rules.of(object, condition.get()) : rules.of(object);
    }
}
