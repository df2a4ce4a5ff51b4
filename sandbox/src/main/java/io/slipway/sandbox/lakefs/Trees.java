package io.slipway.sandbox.lakefs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the objects of commits: checksum by path. */
final class Trees {
    private Trees() {}

    /** What changed from one to another: {@code added}, {@code removed} or {@code changed} by path. */
    static Map<String, String> between(ObjectNode from, ObjectNode to) {
        TreeSet<String> paths = new TreeSet<>();
        from.fieldNames().forEachRemaining(paths::add);
        to.fieldNames().forEachRemaining(paths::add);
        Map<String, String> changes = new TreeMap<>();
        for (String path : paths) {
            if (!from.has(path)) {
                changes.put(path, "added");
            } else if (!to.has(path)) {
                changes.put(path, "removed");
            } else if (!from.get(path).equals(to.get(path))) {
                changes.put(path, "changed");
            }
        }
        return changes;
    }

    /** What a side changed since the base, put upon the other. */
    static ObjectNode apply(ObjectNode base, ObjectNode side, ObjectNode onto) {
        ObjectNode merged = onto.deepCopy();
        between(base, side).forEach((path, type) -> {
            if (type.equals("removed")) {
                merged.remove(path);
            } else {
                merged.set(path, side.get(path));
            }
        });
        return merged;
    }
}
