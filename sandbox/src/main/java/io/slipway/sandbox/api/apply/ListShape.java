package io.slipway.sandbox.api.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** How a list is owned: as a whole, item by item by value, or item by item by keys. */
sealed interface ListShape {

    /** As a whole. */
    record Atomic() implements ListShape {}

    /** Each item by its value, like a set. */
    record Values() implements ListShape {}

    /**
     * Each item by some of its fields.
     *
     * @param keys the fields
     * @param defaults the values of keys that may be missing
     */
    record Keyed(List<String> keys, Map<String, JsonNode> defaults) implements ListShape {

        /** Keeps the collections unmodifiable. */
        public Keyed {
            keys = List.copyOf(keys);
            defaults = Map.copyOf(defaults);
        }
    }
}
