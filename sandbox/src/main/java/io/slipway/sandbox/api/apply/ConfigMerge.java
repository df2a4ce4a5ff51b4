package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Merges an applied configuration into an object: named fields are set, all others stay. */
final class ConfigMerge {

    private ConfigMerge() {}

    static void merge(ObjectNode into, JsonNode config, FieldType type) {
        config.properties().forEach(entry -> {
            String name = entry.getKey();
            into.set(name, merged(into.get(name), entry.getValue(), type.field(name)));
        });
    }

    private static JsonNode merged(JsonNode live, JsonNode wanted, FieldType type) {
        if (live instanceof ObjectNode object && wanted.isObject() && !type.atomicObject()) {
            merge(object, wanted, type);
            return object;
        }
        if (live instanceof ArrayNode list && wanted.isArray() && !(type.list() instanceof ListShape.Atomic)) {
            return mergedList(list, wanted, type);
        }
        return wanted.deepCopy();
    }

    /** Items keep the order of the live list; new ones follow in the order of the configuration. */
    private static JsonNode mergedList(ArrayNode live, JsonNode wanted, FieldType type) {
        Map<String, JsonNode> items = Elements.items(live, type.list());
        Elements.items(wanted, type.list())
                .forEach((element, item) ->
                        items.merge(element, item.deepCopy(), (old, fresh) -> merged(old, fresh, type.item())));
        ArrayNode result = live.arrayNode();
        items.values().forEach(result::add);
        return result;
    }
}
