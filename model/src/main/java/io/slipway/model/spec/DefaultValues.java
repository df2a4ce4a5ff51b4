package io.slipway.model.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The YAML of {@link Default} values, each read once. */
final class DefaultValues {
    private static final Map<String, JsonNode> KNOWN = new ConcurrentHashMap<>();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DefaultValues() {}

    static JsonNode parse(String yaml) {
        JsonNode known = KNOWN.get(yaml);
        if (known != null) {
            return known;
        }
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode made = value == null ? JsonNodeFactory.instance.nullNode() : MAPPER.valueToTree(value);
        KNOWN.putIfAbsent(yaml, made);
        return made;
    }
}
