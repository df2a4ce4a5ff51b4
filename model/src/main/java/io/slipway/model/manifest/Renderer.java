package io.slipway.model.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.expr.ExpressionError;
import io.slipway.model.expr.ExpressionException;
import io.slipway.model.expr.Expressions;
import io.slipway.model.expr.Template;
import io.slipway.model.spec.SecretRef;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlScalar;
import java.util.Map;

/** Fills in one file. */
record Renderer(Map<String, ?> scope, Substitution substitution) {

    JsonNode render(YamlNode node) {
        return switch (node) {
            case YamlMap map -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (YamlMap.Entry entry : map.entries()) {
                    JsonNode value = render(entry.value());
                    if (!value.isMissingNode()) {
                        object.set(entry.key(), value);
                    }
                }
                yield object;
            }
            case YamlList list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (YamlNode element : list.elements()) {
                    JsonNode value = render(element);
                    if (!value.isMissingNode()) {
                        array.add(value);
                    }
                }
                yield array;
            }
            case YamlScalar scalar -> scalar(scalar);
        };
    }

    private JsonNode scalar(YamlScalar scalar) {
        boolean plain = scalar.style() == YamlScalar.Style.PLAIN;
        if (Template.isIn(scalar.text())) {
            JsonNode value = template(scalar);
            boolean keep = plain || value.isMissingNode() || SecretRef.in(value).isPresent();
            return keep ? value : TextNode.valueOf(text(value));
        }
        if (!substitution.isIn(scalar.text())) {
            return scalar.json();
        }
        String filled = substitution.apply(scalar.text());
        return plain ? Dialect.KUBECTL.value(filled) : TextNode.valueOf(filled);
    }

    private JsonNode template(YamlScalar scalar) {
        try {
            return Expressions.resolve(TextNode.valueOf(substitution.apply(scalar.text())), scope);
        } catch (ExpressionException e) {
            int offset = e.errors().stream().mapToInt(ExpressionError::offset).findFirst().orElse(0);
            throw new ManifestException(scalar.place(offset), e.getMessage());
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
