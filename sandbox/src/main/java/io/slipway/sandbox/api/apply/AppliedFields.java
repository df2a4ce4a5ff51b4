package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields an applied configuration names: those its manager comes to own. */
final class AppliedFields {

    private AppliedFields() {}

    static FieldSet of(ObjectNode config, FieldType type) {
        FieldSet set = new FieldSet();
        object(config, type, set);
        return ServerFields.without(set.tidy());
    }

    private static void object(JsonNode object, FieldType type, FieldSet into) {
        object.properties().forEach(entry -> {
            FieldType below = type.field(entry.getKey());
            String element = Elements.field(entry.getKey());
            value(element, entry.getValue(), below, into);
            if (type.open()) {
                into.add(element);
            }
        });
    }

    private static void value(String element, JsonNode value, FieldType type, FieldSet into) {
        if (value.isObject() && !type.atomicObject() && !value.isEmpty()) {
            object(value, type, into.below(element));
        } else if (value.isArray() && !(type.list() instanceof ListShape.Atomic)) {
            FieldSet below = into.below(element);
            Elements.items(value, type.list()).forEach((key, item) -> {
                below.add(key);
                if (item.isObject()) {
                    object(item, type.item(), below.below(key));
                }
            });
        } else {
            into.add(element);
        }
    }
}
