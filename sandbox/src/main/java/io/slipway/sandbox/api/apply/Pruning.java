package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Removes the fields a manager gave up and nobody else owns. */
final class Pruning {

    private Pruning() {}

    /**
     * Prunes an object.
     *
     * @param value the object or list item
     * @param type its type
     * @param before what the manager owned until now
     * @param owned what anybody owns from now on
     */
    static void prune(ObjectNode value, FieldType type, FieldSet before, FieldSet owned) {
        for (String element : elements(before)) {
            String name = element.substring(2);
            JsonNode child = value.get(name);
            if (child != null && !owned.touches(element)) {
                value.remove(name);
            } else if (child != null && before.children().containsKey(element)) {
                value.set(name, pruned(child, type.field(name), before.below(element), owned.belowOrEmpty(element)));
            }
        }
    }

    private static JsonNode pruned(JsonNode value, FieldType type, FieldSet before, FieldSet owned) {
        if (value instanceof ObjectNode object) {
            prune(object, type, before, owned);
            return object;
        }
        if (value instanceof ArrayNode list && !(type.list() instanceof ListShape.Atomic)) {
            return prunedList(list, type, before, owned);
        }
        return value;
    }

    private static JsonNode prunedList(ArrayNode list, FieldType type, FieldSet before, FieldSet owned) {
        Map<String, JsonNode> items = Elements.items(list, type.list());
        Set<String> known = elements(before);
        items.keySet().removeIf(element -> known.contains(element) && !owned.touches(element));
        items.forEach((element, item) -> {
            if (item instanceof ObjectNode object && before.children().containsKey(element)) {
                prune(object, type.item(), before.below(element), owned.belowOrEmpty(element));
            }
        });
        ArrayNode result = list.arrayNode();
        items.values().forEach(result::add);
        return result;
    }

    private static Set<String> elements(FieldSet set) {
        TreeSet<String> elements = new TreeSet<>(set.members());
        elements.addAll(set.children().keySet());
        return elements;
    }
}
