package io.slipway.model.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.model.spec.Field;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The schema of a block written as a map. */
final class BlockSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BlockSchemas() {}

    static ObjectNode object(Definitions definitions, Shape.Block block) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Field field : block.fields()) {
            if (!field.inline()) {
                properties.set(field.key(), property(definitions, field));
                if (field.required()) {
                    required.add(field.key());
                }
            }
        }
        block.inlined()
                .forEach(field -> field.union()
                        .members()
                        .forEach((key, member) -> properties.set(key, definitions.of(member, false))));
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ArrayNode rules = rules(block);
        if (!rules.isEmpty()) {
            schema.set("allOf", rules);
        }
        return schema;
    }

    private static ObjectNode property(Definitions definitions, Field field) {
        ObjectNode value = definitions.of(field.shape(), !field.literal());
        ObjectNode nothing = JSON.objectNode().put("type", "null");
        ObjectNode schema = field.required() ? value : Definitions.anyOf(List.of(value, nothing));
        String doc = field.doc()
                + field.defaultValue().map(yaml -> " Default: " + yaml + ".").orElse("");
        schema.put("description", doc);
        if (!field.example().isEmpty()) {
            schema.putArray("examples").add(field.example());
        }
        if (field.presence() == Field.Presence.NOT_EMPTY) {
            schema.put(field.shape() instanceof Shape.MapOf ? "minProperties" : "minItems", 1);
        }
        return schema;
    }

    private static ArrayNode rules(Shape.Block block) {
        ArrayNode rules = JSON.arrayNode();
        for (OneOf choice : block.choices()) {
            rules.add(oneOf(Arrays.asList(choice.value()), choice.optional()));
        }
        block.inlined()
                .forEach(field -> rules.add(oneOf(field.union().keys(), field.presence() == Field.Presence.OPTIONAL)));
        return rules;
    }

    private static ObjectNode oneOf(Collection<String> keys, boolean optional) {
        ArrayNode choices = JSON.arrayNode();
        keys.forEach(key -> choices.add(required(key)));
        if (optional) {
            ArrayNode any = JSON.arrayNode();
            keys.forEach(key -> any.add(required(key)));
            choices.add(JSON.objectNode().set("not", JSON.objectNode().set("anyOf", any)));
        }
        return JSON.objectNode().set("oneOf", choices);
    }

    private static ObjectNode required(String key) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("required").add(key);
        return schema;
    }
}
