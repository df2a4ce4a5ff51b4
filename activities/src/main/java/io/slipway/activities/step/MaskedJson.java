package io.slipway.activities.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.secrets.Masker;
import io.slipway.model.json.Json;
import java.io.UncheckedIOException;

/**
 * Hides secrets in a record as it is written. Its whole text is masked, in which a secret is found in every form; where
 * that spoils the text, since a secret of digits is part of a number, its values are masked one by one.
 */
final class MaskedJson {
    /** What a step hands on: values of any form, in which a number may become a text. */
    private static final String FREE = "outputs";

    private MaskedJson() {}

    static <T> T of(T value, Class<T> type, Masker masker) {
        if (!masker.knowsAny()) {
            return value;
        }
        String open = Json.write(value);
        String masked = masker.mask(open);
        if (masked.equals(open)) {
            return value;
        }
        try {
            return Json.read(masked, type);
        } catch (UncheckedIOException spoilt) {
            return Json.mapper().convertValue(byValue(Json.tree(value), masker, false), type);
        }
    }

    private static JsonNode byValue(JsonNode tree, Masker masker, boolean free) {
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> {
                String name = free ? masker.mask(entry.getKey()) : entry.getKey();
                copy.set(name, byValue(entry.getValue(), masker, free || name.equals(FREE)));
            });
            return free ? whole(copy, masker) : copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(byValue(element, masker, free)));
            return free ? whole(copy, masker) : copy;
        }
        if (!tree.isTextual() && !(free && tree.isNumber())) {
            return tree;
        }
        String masked = masker.mask(tree.asText());
        return masked.equals(tree.asText()) ? tree : TextNode.valueOf(masked);
    }

    /** A secret may itself be JSON, of which no single value tells. */
    private static JsonNode whole(JsonNode tree, Masker masker) {
        String text = Json.write(tree);
        String masked = masker.mask(text);
        return masked.equals(text) ? tree : TextNode.valueOf(masked);
    }
}
