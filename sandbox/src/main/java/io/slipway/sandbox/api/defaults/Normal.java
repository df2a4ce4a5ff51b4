package io.slipway.sandbox.api.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;

/** Brings a tree into the one form that can be compared: no nulls in objects, small whole numbers as {@code int}. */
public final class Normal {

    private Normal() {}

    /**
     * Changes a tree into that form.
     *
     * @param object the tree
     */
    public static void form(ObjectNode object) {
        for (String name :
                new ArrayList<>(object.propertyStream().map(Map.Entry::getKey).toList())) {
            JsonNode value = object.get(name);
            if (value.isNull()) {
                object.remove(name);
            } else if (isSmallLong(value)) {
                object.set(name, IntNode.valueOf(value.intValue()));
            } else {
                below(value);
            }
        }
    }

    private static void below(JsonNode value) {
        if (value instanceof ObjectNode object) {
            form(object);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (isSmallLong(array.get(i))) {
                    array.set(i, IntNode.valueOf(array.get(i).intValue()));
                } else {
                    below(array.get(i));
                }
            }
        }
    }

    private static boolean isSmallLong(JsonNode value) {
        return value.isLong() && value.canConvertToInt();
    }
}
