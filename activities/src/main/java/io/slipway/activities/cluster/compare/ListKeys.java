package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds elements of lists by their keys. */
final class ListKeys {
    private ListKeys() {}

    /**
     * Index of the element with these keys; -1 when there is none or more than one. A key that an element leaves out is
     * one the server filled in with its default, such as a port's {@code protocol}.
     */
    static int find(JsonNode list, JsonNode keys) {
        int found = -1;
        for (int i = 0; i < list.size(); i++) {
            if (matches(list.get(i), keys)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** Index of the element that a path element names; -1 when there is none. */
    static int index(JsonNode list, PathElement element) {
        return switch (element) {
            case PathElement.Keyed keyed -> find(list, keyed.keys());
            case PathElement.Value value -> indexOf(list, value.value());
            case PathElement.Index index -> index.at() < list.size() ? index.at() : -1;
            case PathElement.Field ignored -> -1;
            case PathElement.Self ignored -> -1;
        };
    }

    private static boolean matches(JsonNode element, JsonNode keys) {
        boolean any = false;
        for (var key : keys.properties()) {
            JsonNode value = element.path(key.getKey());
            if (!value.isMissingNode()) {
                if (!Values.same(value, key.getValue())) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Index of a scalar of a set; -1 when there is none. */
    static int indexOf(JsonNode list, JsonNode value) {
        for (int i = 0; i < list.size(); i++) {
            if (Values.same(list.get(i), value)) {
                return i;
            }
        }
        return -1;
    }
}
