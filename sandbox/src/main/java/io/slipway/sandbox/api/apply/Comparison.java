package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How two states of an object differ, field by field.
 *
 * @param added fields only the new state has
 * @param modified fields with another value
 * @param removed fields only the old state has
 */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {

    static Comparison of(ObjectNode before, ObjectNode after, FieldType type) {
        Comparison all = new Comparison(new FieldSet(), new FieldSet(), new FieldSet());
        all.objects(before, after, type);
        return new Comparison(
                ServerFields.without(all.added.tidy()),
                ServerFields.without(all.modified.tidy()),
                ServerFields.without(all.removed.tidy()));
    }

    FieldSet written() {
        return added.union(modified);
    }

    private void objects(JsonNode before, JsonNode after, FieldType type) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> values(Elements.field(name), before.get(name), after.get(name), type.field(name)));
    }

    private void values(String element, JsonNode before, JsonNode after, FieldType type) {
        JsonNode some = after == null ? before : after;
        if (before != null && after != null && (whole(before, type) || whole(after, type) || differ(before, after))) {
            if (!before.equals(after)) {
                modified.add(element);
            }
            return;
        }
        if (!type.alwaysThere()) {
            if (before == null) {
                added.add(element);
            } else if (after == null) {
                removed.add(element);
            }
        }
        if (!whole(some, type)) {
            below(element).contents(orEmpty(before, some), orEmpty(after, some), type);
        }
    }

    private void contents(JsonNode before, JsonNode after, FieldType type) {
        if (after.isObject()) {
            objects(before, after, type);
            return;
        }
        Map<String, JsonNode> old = Elements.items(before, type.list());
        Map<String, JsonNode> now = Elements.items(after, type.list());
        Set<String> elements = new LinkedHashSet<>(old.keySet());
        elements.addAll(now.keySet());
        elements.forEach(element -> values(element, old.get(element), now.get(element), type.item()));
    }

    private Comparison below(String element) {
        return new Comparison(added.below(element), modified.below(element), removed.below(element));
    }

    private static boolean differ(JsonNode before, JsonNode after) {
        return before.getNodeType() != after.getNodeType();
    }

    private static boolean whole(JsonNode value, FieldType type) {
        return switch (value.getNodeType()) {
            case OBJECT -> type.atomicObject();
            case ARRAY -> type.list() instanceof ListShape.Atomic || !Elements.distinct(value, type.list());
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO, STRING -> true;
        };
    }

    private static JsonNode orEmpty(JsonNode value, JsonNode like) {
        if (value != null) {
            return value;
        }
        return like.isObject() ? ((ObjectNode) like).objectNode() : ((ArrayNode) like).arrayNode();
    }
}
