package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The work of a strategic merge patch on lists. */
final class ListMerge {

    private ListMerge() {}

    static int indexOf(ArrayNode list, String key, JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(value)) {
                return i;
            }
        }
        return -1;
    }

    static void addValues(ArrayNode list, JsonNode values) {
        values.forEach(value -> {
            if (!contains(list, value)) {
                list.add(value);
            }
        });
    }

    static void removeValues(ObjectNode target, String name, JsonNode values) {
        if (target.get(name) instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (contains(values, list.get(i))) {
                    list.remove(i);
                }
            }
        }
    }

    /**
     * Brings a merged list into order. Items that the patch names stand as it names them; each of the others goes before the
     * first of them that it preceded on the server.
     */
    static void order(ArrayNode list, JsonNode order, Optional<String> key, JsonNode server) {
        List<JsonNode> named = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        list.forEach(item -> (rank(item, order, key) < order.size() ? named : others).add(item));
        named.sort(Comparator.comparingInt(item -> rank(item, order, key)));
        list.removeAll();
        int next = 0;
        for (JsonNode item : named) {
            while (next < others.size() && precedes(others.get(next), item, server, key)) {
                list.add(others.get(next++));
            }
            list.add(item);
        }
        others.subList(next, others.size()).forEach(list::add);
    }

    private static boolean precedes(JsonNode one, JsonNode other, JsonNode server, Optional<String> key) {
        int place = rank(other, server, key);
        return place < server.size() && rank(one, server, key) < place;
    }

    private static int rank(JsonNode item, JsonNode order, Optional<String> key) {
        for (int i = 0; i < order.size(); i++) {
            JsonNode wanted = key.map(order.get(i)::path).orElse(order.get(i));
            if (wanted.equals(key.map(item::path).orElse(item))) {
                return i;
            }
        }
        return order.size();
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
