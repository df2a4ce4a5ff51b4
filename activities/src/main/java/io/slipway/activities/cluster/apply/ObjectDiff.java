package io.slipway.activities.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.model.json.Json;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The unified diff of two states of an object as YAML, without what only the server writes. */
public final class ObjectDiff {
    private static final int CONTEXT = 3;
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private ObjectDiff() {}

    /** The diff of an object. */
    public static String between(ObjectRef ref, JsonNode before, JsonNode after) {
        List<String> old = lines(before, after, "live");
        List<String> now = lines(after, before, "wanted");
        String name = ref.namespace().isEmpty() ? ref.display() : ref.namespace() + "/" + ref.display();
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "live/" + name, "wanted/" + name, old, DiffUtils.diff(old, now), CONTEXT));
    }

    private static List<String> lines(JsonNode object, JsonNode other, String side) {
        if (!(object instanceof ObjectNode tree)) {
            return List.of();
        }
        ObjectNode shown = tree.deepCopy();
        shown.remove("status");
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "resourceVersion", "uid", "generation", "creationTimestamp"));
        }
        if (shown.path("kind").asText().equals("Secret")) {
            hide(shown, other, side);
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(200)
                .build();
        return new Dump(settings)
                .dumpToString(Json.mapper().convertValue(shown, Object.class))
                .lines()
                .toList();
    }

    /** What holds values of a Secret: those that are still to be encoded, and kubectl's copy of the whole, too. */
    private static void hide(ObjectNode secret, JsonNode other, String side) {
        for (String part : List.of("data", "stringData")) {
            if (secret.path(part) instanceof ObjectNode values) {
                hideEach(values, other.path(part), side);
            }
        }
        if (secret.at("/metadata/annotations") instanceof ObjectNode annotations && annotations.has(LAST_APPLIED)) {
            annotations.put(LAST_APPLIED, "***");
        }
    }

    /** Values are not shown, only whether they differ. */
    private static void hideEach(ObjectNode data, JsonNode other, String side) {
        List<String> keys = data.propertyStream().map(Map.Entry::getKey).toList();
        for (String key : keys) {
            data.put(key, data.get(key).equals(other.path(key)) ? "***" : "*** (" + side + ")");
        }
    }
}
