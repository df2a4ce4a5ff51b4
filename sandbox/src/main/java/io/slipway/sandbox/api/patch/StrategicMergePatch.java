package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Strategic merge patch for built-in kinds: lists merge by their keys, and the directives {@code $patch},
 * {@code $deleteFromPrimitiveList}, {@code $setElementOrder} and {@code $retainKeys} are followed.
 */
public final class StrategicMergePatch {

    private static final String PATCH = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String DELETE_VALUES = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";

    private StrategicMergePatch() {}

    /**
     * Applies a patch.
     *
     * @param target the object to change
     * @param patch the patch
     */
    public static void apply(ObjectNode target, JsonNode patch) {
        merge(target, patch, "");
    }

    private static void merge(ObjectNode target, JsonNode patch, String path) {
        if (patch.path(PATCH).asText("").equals("replace")) {
            target.removeAll();
        }
        retain(target, patch.path(RETAIN));
        Map<String, JsonNode> orders = new TreeMap<>();
        ObjectNode before = target.deepCopy();
        patch.properties().forEach(entry -> {
            String name = entry.getKey();
            if (name.startsWith(ORDER)) {
                orders.put(name.substring(ORDER.length()), entry.getValue());
            } else if (name.startsWith(DELETE_VALUES)) {
                ListMerge.removeValues(target, name.substring(DELETE_VALUES.length()), entry.getValue());
            } else if (!name.equals(PATCH) && !name.equals(RETAIN)) {
                field(target, name, entry.getValue(), path.isEmpty() ? name : path + "." + name);
            }
        });
        orders.forEach((name, order) -> {
            if (target.get(name) instanceof ArrayNode list) {
                ListMerge.order(
                        list, order, MergeKeys.of(path.isEmpty() ? name : path + "." + name), before.path(name));
            }
        });
    }

    private static void field(ObjectNode target, String name, JsonNode value, String path) {
        if (value.isNull() || deletes(value)) {
            target.remove(name);
        } else if (value.isObject()) {
            ObjectNode child = target.get(name) instanceof ObjectNode object ? object : target.putObject(name);
            merge(child, value, path);
        } else if (value.isArray()) {
            list(target, name, value, path);
        } else {
            target.set(name, value);
        }
    }

    private static void list(ObjectNode target, String name, JsonNode items, String path) {
        Optional<String> key = MergeKeys.of(path);
        ArrayNode list = target.get(name) instanceof ArrayNode array ? array : target.putArray(name);
        if (key.isPresent() && objects(items)) {
            keyed(list, items, key.get(), path);
        } else if (MergeKeys.mergesValues(path)) {
            ListMerge.addValues(list, items);
        } else {
            target.set(name, items.deepCopy());
        }
    }

    private static void keyed(ArrayNode list, JsonNode items, String key, String path) {
        for (JsonNode item : items) {
            if (item.path(PATCH).asText("").equals("replace") && item.size() == 1) {
                list.removeAll();
            }
        }
        JsonNode server = list.deepCopy();
        for (JsonNode item : items) {
            int at = ListMerge.indexOf(list, key, item.path(key));
            if (deletes(item)) {
                if (at >= 0) {
                    list.remove(at);
                }
            } else if (!item.path(key).isMissingNode()) {
                ObjectNode child = at >= 0 ? (ObjectNode) list.get(at) : list.addObject();
                merge(child, item, path);
            }
        }
        ListMerge.order(list, items, Optional.of(key), server);
    }

    private static void retain(ObjectNode target, JsonNode keys) {
        if (keys.isArray()) {
            List<String> kept = new java.util.ArrayList<>();
            keys.forEach(key -> kept.add(key.asText()));
            target.retain(kept);
        }
    }

    private static boolean deletes(JsonNode value) {
        return value.path(PATCH).asText("").equals("delete");
    }

    private static boolean objects(JsonNode items) {
        for (JsonNode item : items) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }
}
