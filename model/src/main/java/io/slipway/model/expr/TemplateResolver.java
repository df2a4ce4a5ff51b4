package io.slipway.model.expr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.model.spec.SecretRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in the templates of one tree. */
final class TemplateResolver {
    private final Map<String, ?> scope;
    private final JsonNode secrets;

    TemplateResolver(Map<String, ?> scope) {
        Map<String, Object> visible = new LinkedHashMap<>(scope);
        Object secretSources = visible.remove("secrets");
        this.scope = visible;
        this.secrets = secretSources == null ? JsonNodeFactory.instance.objectNode() : CelValues.toJson(secretSources);
    }

    JsonNode resolve(JsonNode node) {
        if (node.isTextual()) {
            return Template.isIn(node.textValue()) ? text(node.textValue()) : node;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> keep(resolve(element)).ifPresent(list::add));
            return list;
        }
        if (node.isObject()) {
            ObjectNode map = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry ->
                            keep(resolve(entry.getValue())).ifPresent(value -> map.set(entry.getKey(), value)));
            return map;
        }
        return node;
    }

    private static Optional<JsonNode> keep(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    private JsonNode text(String text) {
        Template template = Template.of(text);
        template.error().ifPresent(error -> {
            throw new ExpressionException(text, List.of(error));
        });
        if (template.whole().isPresent()) {
            Template.Code code = template.whole().get();
            Optional<SecretRef> secret = SecretPath.of(code.source(), secrets);
            return secret.<JsonNode>map(SecretRef::json).orElseGet(() -> value(text, code));
        }
        StringBuilder filled = new StringBuilder();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Template.Fixed fixed -> filled.append(fixed.text());
                case Template.Code code -> filled.append(CelValues.text(value(text, code)));
            }
        }
        return TextNode.valueOf(filled.toString());
    }

    private JsonNode value(String text, Template.Code code) {
        return switch (Expressions.tryEvaluate(code.source(), scope)) {
            case Outcome.Value value -> finite(text, code, value.value());
            case Outcome.Failed failed ->
                throw new ExpressionException(
                        text,
                        failed.errors().stream()
                                .map(error -> error.shifted(text, code.offset()))
                                .toList());
        };
    }

    /** {@code 0.0 / 0.0} has a value in CEL, but none that could be written anywhere. */
    private static JsonNode finite(String text, Template.Code code, JsonNode value) {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            throw new ExpressionException(
                    text,
                    List.of(ExpressionError.at(
                            text, code.offset(), "its value is " + value.asText() + ", as of a division by zero")));
        }
        return value;
    }
}
