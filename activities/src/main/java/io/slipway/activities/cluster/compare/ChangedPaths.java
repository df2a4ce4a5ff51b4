package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The paths of the fields in which two states of an object differ; what the server counts and status are left out. */
public final class ChangedPaths {
    private static final int MOST = 50;
    private static final Set<String> NOISE = Set.of(
            "status",
            "metadata.managedFields",
            "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid",
            "metadata.creationTimestamp");

    private final List<String> paths = new ArrayList<>();

    private ChangedPaths() {}

    /** Paths such as {@code spec.template.spec.containers[name=main].image}; at most 50. */
    public static List<String> between(JsonNode before, JsonNode after) {
        ChangedPaths changed = new ChangedPaths();
        changed.compare(before, after, "");
        return List.copyOf(changed.paths);
    }

    private void compare(JsonNode before, JsonNode after, String path) {
        if (paths.size() >= MOST || NOISE.contains(path) || Values.same(before, after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(before.path(name), after.path(name), path.isEmpty() ? name : path + "." + name);
            }
        } else if (before.isArray() && after.isArray()) {
            lists(before, after, path);
        } else {
            paths.add(path);
        }
    }

    private void lists(JsonNode before, JsonNode after, String path) {
        if (named(before) && named(after)) {
            Set<String> all = new TreeSet<>();
            before.forEach(each -> all.add(each.path("name").asText()));
            after.forEach(each -> all.add(each.path("name").asText()));
            all.forEach(name -> compare(byName(before, name), byName(after, name), path + "[name=" + name + "]"));
            return;
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compare(before.path(i), after.path(i), path + "[" + i + "]");
        }
    }

    private static boolean named(JsonNode list) {
        return list.valueStream().allMatch(each -> each.path("name").isTextual());
    }

    private static JsonNode byName(JsonNode list, String name) {
        return list.valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
