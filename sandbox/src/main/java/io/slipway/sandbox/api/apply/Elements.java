package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.api.http.Json;
import io.slipway.sandbox.store.Refusals;
import io.slipway.sandbox.store.Status;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The elements of field paths: how they are written in {@code fieldsV1} and how messages show them. */
final class Elements {

    private Elements() {}

    static String field(String name) {
        return "f:" + name;
    }

    static String value(JsonNode value) {
        return "v:" + Json.text(value);
    }

    /** A list item by its keys, sorted; a key that is missing has its default. */
    static String key(JsonNode item, ListShape.Keyed shape) {
        ObjectNode keys = Json.object();
        shape.keys().stream().sorted().forEach(key -> {
            JsonNode value = item.has(key) ? item.get(key) : shape.defaults().get(key);
            if (value != null) {
                keys.set(key, value);
            }
        });
        if (keys.isEmpty()) {
            throw Refusals.badRequest(
                    "associative list with keys has an element that omits key field \"%s\" (and doesn't have default value)"
                            .formatted(shape.keys().getFirst()));
        }
        return "k:" + Json.text(keys);
    }

    /** The items of a list by their elements, in order; {@code shape} is not atomic. */
    static Map<String, JsonNode> items(JsonNode list, ListShape shape) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : list) {
            String element = element(item, shape);
            if (items.put(element, item) != null) {
                throw Refusals.refusal(500, "", "duplicate entries for key " + show(element), Status.Details.NONE);
            }
        }
        return items;
    }

    /** Whether no two items of a list have the same element: an update may store some that have. */
    static boolean distinct(JsonNode list, ListShape shape) {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            if (!seen.add(element(item, shape))) {
                return false;
            }
        }
        return true;
    }

    private static String element(JsonNode item, ListShape shape) {
        return switch (shape) {
            case ListShape.Keyed keyed -> key(item, keyed);
            case ListShape.Values values -> value(item);
            case ListShape.Atomic atomic -> throw new IllegalArgumentException("an atomic list");
        };
    }

    /** A path as messages show it: {@code .spec.containers[name="a"].image}. */
    static String show(List<String> path) {
        return path.stream().map(Elements::show).collect(Collectors.joining());
    }

    private static String show(String element) {
        String rest = element.substring(2);
        return switch (element.charAt(0)) {
            case 'f' -> "." + rest;
            case 'v' -> "[=" + rest + "]";
            default ->
                StreamSupport.stream(
                                Json.read(rest.getBytes(StandardCharsets.UTF_8))
                                        .properties()
                                        .spliterator(),
                                false)
                        .map(entry -> entry.getKey() + "=" + Json.text(entry.getValue()))
                        .collect(Collectors.joining(",", "[", "]"));
        };
    }
}
