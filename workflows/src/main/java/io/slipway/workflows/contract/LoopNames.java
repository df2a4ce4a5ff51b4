package io.slipway.workflows.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the elements of a loop are called, in the workflow and in a plan. */
public final class LoopNames {
    private LoopNames() {}

    /**
     * A name for each element, {@code step[element]}: by its text or its {@code name}, or else by its place in the list. No
     * two are alike, since the key of a piece of work is made of its name.
     */
    public static List<String> of(String step, JsonNode list) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            names.add(step + "[" + free(label(list.get(i), i), i, taken) + "]");
        }
        return names;
    }

    private static String free(String label, int index, Set<String> taken) {
        String name = taken.contains(label) ? String.valueOf(index) : label;
        while (!taken.add(name)) {
            name = name + "-" + index;
        }
        return name;
    }

    private static String label(JsonNode element, int index) {
        JsonNode named = element.isObject() ? element.path("name") : element;
        String text = named.isValueNode() ? named.asText() : "";
        return text.matches("[A-Za-z0-9._-]{1,40}") ? text : String.valueOf(index);
    }
}
