package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A map.
 *
 * @param place where it begins
 * @param entries its entries in the order of the file; keys are unique
 */
public record YamlMap(Place place, List<Entry> entries) implements YamlNode {
    /**
     * A key with its value.
     *
     * @param key the key
     * @param place where the key stands
     * @param value its value
     */
    public record Entry(String key, Place place, YamlNode value) {}

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
        for (Entry entry : entries) {
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The value of a key; a key with nothing after it has none. */
    public Optional<YamlNode> get(String key) {
        return entry(key)
                .map(Entry::value)
                .filter(value ->
                        !(value instanceof YamlScalar scalar && scalar.json().isNull()));
    }

    /** The value of a key when it is a single value. */
    public Optional<YamlScalar> scalar(String key) {
        return get(key).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
    }

    /** The value of a key when it is a map. */
    public Optional<YamlMap> map(String key) {
        return get(key).filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    /** The elements of a key whose value is a list; none otherwise. */
    public List<YamlNode> list(String key) {
        return get(key).filter(YamlList.class::isInstance)
                .map(node -> ((YamlList) node).elements())
                .orElse(List.of());
    }

    @Override
    public JsonNode json(BiConsumer<YamlNode, JsonNode> parts) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> map.set(entry.key(), entry.value().json(parts)));
        parts.accept(this, map);
        return map;
    }

    @Override
    public void forEachScalar(Consumer<YamlScalar> reader) {
        entries.forEach(entry -> entry.value().forEachScalar(reader));
    }

    @Override
    public List<YamlScalar> names() {
        return List.of();
    }

    @Override
    public String describe() {
        return "a map";
    }
}
