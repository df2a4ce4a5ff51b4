package io.slipway.activities.cluster.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * Tells without writing whether applying an object would change anything: the manager owns exactly the fields that are
 * wanted, and they have the wanted values. In doubt it says no, and the object is applied.
 */
public final class AppliedEquality {
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata/name", "metadata/namespace");

    private AppliedEquality() {}

    /**
     * Whether applying changes nothing.
     *
     * @param wanted the object as it would be applied
     * @param live the object as it is
     * @param owned the manager's {@code fieldsV1}
     */
    public static boolean same(JsonNode wanted, JsonNode live, JsonNode owned) {
        return map(wanted, live, owned, "", QuantityFields.of(wanted));
    }

    private static boolean any(JsonNode wanted, JsonNode live, JsonNode owned, String path, QuantityFields quantities) {
        boolean leaf = owned.isEmpty();
        if (leaf) {
            return Values.whole(live, wanted, quantities);
        }
        if (wanted.isObject() && live.isObject()) {
            return map(wanted, live, owned, path, quantities);
        }
        return wanted.isArray() && live.isArray() && list(wanted, live, owned, path, quantities);
    }

    private static boolean map(JsonNode wanted, JsonNode live, JsonNode owned, String path, QuantityFields quantities) {
        for (Map.Entry<String, JsonNode> field : owned.properties()) {
            if (PathElement.parse(field.getKey()) instanceof PathElement.Field element
                    && !field(wanted, live, element.name(), field.getValue(), path, quantities)) {
                return false;
            }
        }
        return wanted.propertyStream()
                .allMatch(field ->
                        owned.has("f:" + field.getKey()) || onlyIdentity(path + field.getKey(), field.getValue()));
    }

    private static boolean onlyIdentity(String path, JsonNode wanted) {
        return IDENTITY.contains(path)
                || (path.equals("metadata")
                        && wanted.propertyStream().allMatch(field -> IDENTITY.contains("metadata/" + field.getKey())));
    }

    private static boolean field(
            JsonNode wanted, JsonNode live, String name, JsonNode owned, String path, QuantityFields quantities) {
        if (IDENTITY.contains(path + name)) {
            return true;
        }
        return wanted.has(name)
                && live.has(name)
                && any(wanted.get(name), live.get(name), owned, path + name + "/", quantities.under(name));
    }

    /** Elements must be the same, and in the same order: it matters for variables and for init containers. */
    private static boolean list(
            JsonNode wanted, JsonNode live, JsonNode owned, String path, QuantityFields quantities) {
        int[] place = new int[wanted.size()];
        int matched = 0;
        for (Map.Entry<String, JsonNode> entry : owned.properties()) {
            PathElement element = PathElement.parse(entry.getKey());
            if (element instanceof PathElement.Self) {
                continue;
            }
            int mine = ListKeys.index(wanted, element);
            int theirs = ListKeys.index(live, element);
            if (mine < 0 || theirs < 0) {
                return false;
            }
            if (!any(wanted.get(mine), live.get(theirs), entry.getValue(), path + "/", quantities)) {
                return false;
            }
            place[mine] = theirs;
            matched++;
        }
        return matched == wanted.size() && ascending(place);
    }

    private static boolean ascending(int[] places) {
        for (int i = 1; i < places.length; i++) {
            if (places[i] <= places[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
