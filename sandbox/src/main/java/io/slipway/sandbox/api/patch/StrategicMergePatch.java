package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.types.Field;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
     * @param type what objects of the target's kind hold
     */
    public static void apply(ObjectNode target, JsonNode patch, Field type) {
        merge(target, patch, type);
    }

    private static void merge(ObjectNode target, JsonNode patch, Field type) {
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
                field(target, name, entry.getValue(), type.field(name));
            }
        });
        orders.forEach((name, order) -> {
            if (target.get(name) instanceof ArrayNode list) {
                ListMerge.order(list, order, key(type.field(name)), before.path(name));
            }
        });
    }

    private static void field(ObjectNode target, String name, JsonNode value, Field type) {
        if (value.isNull() || deletes(value)) {
            target.remove(name);
        } else if (value.isObject() && !(type.merge() instanceof Field.Merge.Replace)) {
            ObjectNode child = target.get(name) instanceof ObjectNode object ? object : target.putObject(name);
            merge(child, value, type);
        } else if (value.isArray()) {
            list(target, name, value, type);
        } else {
            target.set(name, value);
        }
    }

    private static void list(ObjectNode target, String name, JsonNode items, Field type) {
        Optional<String> key = key(type);
        ArrayNode list = target.get(name) instanceof ArrayNode array ? array : target.putArray(name);
        if (key.isPresent() && objects(items)) {
            keyed(list, items, key.get(), type.item());
        } else if (type.merge() instanceof Field.Merge.Values) {
            ListMerge.addValues(list, items);
        } else {
            target.set(name, items.deepCopy());
        }
    }

    private static void keyed(ArrayNode list, JsonNode items, String key, Field item) {
        for (JsonNode one : items) {
            if (one.path(PATCH).asText("").equals("replace") && one.size() == 1) {
                list.removeAll();
            }
        }
        JsonNode server = list.deepCopy();
        for (JsonNode one : items) {
            if (one.path(key).isMissingNode()) {
                keyless(one, key);
                continue;
            }
            int at = ListMerge.indexOf(list, key, one.path(key));
            if (deletes(one)) {
                if (at >= 0) {
                    list.remove(at);
                }
            } else {
                ObjectNode child = at >= 0 ? (ObjectNode) list.get(at) : list.addObject();
                merge(child, one, item);
            }
        }
        ListMerge.order(list, items, Optional.of(key), server);
    }

    /** Only the directive that replaces the list has no key. */
    private static void keyless(JsonNode item, String key) {
        if (!item.path(PATCH).asText("").equals("replace")) {
            String fields = item.propertyStream()
                    .map(field -> field.getKey() + ":"
                            + (field.getValue().isTextual() ? field.getValue().asText() : field.getValue()))
                    .sorted()
                    .collect(Collectors.joining(" "));
            String message = "map: map[%s] does not contain declared merge key: %s".formatted(fields, key);
            throw Refusals.refusal(500, "", message, Status.Details.NONE);
        }
    }

    private static Optional<String> key(Field type) {
        return type.merge() instanceof Field.Merge.Items items ? Optional.of(items.key()) : Optional.empty();
    }

    private static void retain(ObjectNode target, JsonNode keys) {
        if (keys.isArray()) {
            List<String> kept = new ArrayList<>();
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
