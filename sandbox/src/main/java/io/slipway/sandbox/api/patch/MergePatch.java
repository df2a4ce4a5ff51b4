package io.slipway.sandbox.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7386. */
public final class MergePatch {

    private MergePatch() {}

    /**
     * Applies a patch.
     *
     * @param target the object to change
     * @param patch the patch
     */
    public static void apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value.isObject()) {
                ObjectNode child = target.get(name) instanceof ObjectNode object ? object : target.putObject(name);
                apply(child, value);
            } else {
                target.set(name, value.deepCopy());
            }
        });
    }
}
