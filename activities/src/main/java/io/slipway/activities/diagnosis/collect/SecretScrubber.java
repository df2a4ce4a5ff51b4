package io.slipway.activities.diagnosis.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of an object what a bundle must not hold: values of Secrets, and what only makes it long. */
final class SecretScrubber {

    static final String REMOVED = "(removed)";

    private static final Pattern TELLING =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|access_?key|private_?key|api_?key).*");

    private SecretScrubber() {}

    /** A copy of the object without them. */
    static JsonNode scrub(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
            }
        }
        if (copy.path("kind").asText().equals("Secret")) {
            blank(copy.path("data"));
            blank(copy.path("stringData"));
        }
        environment(copy);
        return copy;
    }

    private static void blank(JsonNode values) {
        if (values instanceof ObjectNode map) {
            List<String> keys = map.properties().stream().map(Map.Entry::getKey).toList();
            keys.forEach(key -> map.put(key, REMOVED));
        }
    }

    /** Values of variables whose names tell that they are secret, at any depth: templates hold pods. */
    private static void environment(JsonNode node) {
        if (node instanceof ObjectNode map
                && map.path("value").isTextual()
                && TELLING.matcher(map.path("name").asText("")).matches()) {
            map.put("value", REMOVED);
        }
        node.forEach(SecretScrubber::environment);
    }
}
