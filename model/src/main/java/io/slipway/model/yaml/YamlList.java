package io.slipway.model.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A list.
 *
 * @param place where it begins
 * @param elements its elements
 */
public record YamlList(Place place, List<YamlNode> elements) implements YamlNode {
    public YamlList {
        elements = List.copyOf(elements);
    }

    @Override
    public JsonNode json(BiConsumer<YamlNode, JsonNode> parts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> list.add(element.json(parts)));
        parts.accept(this, list);
        return list;
    }

    @Override
    public void forEachScalar(Consumer<YamlScalar> reader) {
        elements.forEach(element -> element.forEachScalar(reader));
    }

    @Override
    public List<YamlScalar> names() {
        return elements.stream()
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }

    @Override
    public String describe() {
        return "a list";
    }
}
