package io.slipway.activities.cluster.ready;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.readiness.ReadinessRules;
import io.slipway.activities.cluster.readiness.ReadyPredicate;
import io.slipway.activities.cluster.readiness.rule.Readiness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the objects of a wait; an object that did not change is not judged again. */
final class Assessor {
    private final Subjects subjects;
    private final Optional<ReadyPredicate> condition;
    private final Map<ObjectRef, Judged> known = new HashMap<>();

    private record Judged(JsonNode object, Readiness readiness) {}

    Assessor(Subjects subjects, Optional<ReadyPredicate> condition) {
        this.subjects = subjects;
        this.condition = condition;
    }

    Assessment assess(Sight sight) {
        List<Item> items = new ArrayList<>();
        for (Subjects.Named named : subjects.named()) {
            items.add(sight.get(named.kind(), named.ref())
                    .map(object -> item(named.ref(), object))
                    .orElseGet(() -> Item.missing(named.ref())));
        }
        for (Subjects.Selected selected : subjects.selected()) {
            sight.objects(selected.kind(), selected.namespace()).stream()
                    .filter(selected.selector()::matches)
                    .map(object -> item(ObjectRef.of(object), object))
                    .sorted(Comparator.comparing(Item::ref))
                    .forEach(items::add);
        }
        return new Assessment(items);
    }

    @SuppressWarnings("ReferenceEquality") // see below
    private Item item(ObjectRef ref, JsonNode object) {
        Judged judged = known.get(ref);
        // the watch keeps one tree for each version of an object
        if (judged == null || judged.object() != object) {
            judged = new Judged(object, judge(object));
            known.put(ref, judged);
        }
        return new Item(ref, Optional.of(object), judged.readiness());
    }

    private Readiness judge(JsonNode object) {
        ReadinessRules rules = ReadinessRules.standard();
        return condition.isPresent() ? rules.of(object, condition.get()) : rules.of(object);
    }
}
