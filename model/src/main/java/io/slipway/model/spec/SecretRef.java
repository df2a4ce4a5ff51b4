package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A value of a secret, by reference. In a JSON tree it is the marker {@code {"$secret": "name/key"}}; in a String
 * component of a record it is {@link #text()}, which no pipeline file can hold because of its control character.
 *
 * @param secret its name in the pipeline
 * @param key one of its keys
 */
public record SecretRef(String secret, String key) {
    /** The key of the marker. */
    public static final String MARKER = "$secret";

    private static final String PREFIX = "\u0000secret:";

    /** The marker for a JSON tree. */
    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put(MARKER, secret + "/" + key);
    }

    /** The reference as the value of a String component. */
    public String text() {
        return PREFIX + secret + "/" + key;
    }

    /** The reference that a JSON node is, if it is one. */
    public static Optional<SecretRef> in(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.path(MARKER).isTextual()
                ? split(node.path(MARKER).textValue())
                : Optional.empty();
    }

    /** The reference that the value of a String component is, if it is one. */
    public static Optional<SecretRef> in(String text) {
        return text.startsWith(PREFIX) ? split(text.substring(PREFIX.length())) : Optional.empty();
    }

    private static Optional<SecretRef> split(String path) {
        int slash = path.indexOf('/');
        return slash < 1
                ? Optional.empty()
                : Optional.of(new SecretRef(path.substring(0, slash), path.substring(slash + 1)));
    }
}
