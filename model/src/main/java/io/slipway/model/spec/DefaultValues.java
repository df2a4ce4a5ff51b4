package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The YAML of {@link Default} values, each read once. */
final class DefaultValues {
    private static final Map<String, JsonNode> KNOWN = new ConcurrentHashMap<>();

    private DefaultValues() {}

    static JsonNode parse(String yaml) {
        JsonNode known = KNOWN.get(yaml);
        if (known != null) {
            return known;
        }
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode made = tree(value);
        KNOWN.putIfAbsent(yaml, made);
        return made;
    }

    /** By hand: a mapper takes longer to load than everything else that the language needs. */
    private static JsonNode tree(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((key, element) -> object.set(String.valueOf(key), tree(element)));
            return object;
        }
        if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return nodes.numberNode(number);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        if (value instanceof String text) {
            return nodes.textNode(text);
        }
        throw new IllegalStateException("a default value cannot be " + value);
    }
}
